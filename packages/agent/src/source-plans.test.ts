import { signalNames, signals } from '@tracio/contract'
import { expect, it } from 'vitest'
import { sourcePlans } from './source-plans.ts'
import { watchers } from './sources/watchers.ts'

it('holds those for identity, and only those, that the catalogue calls frozen', () => {
  const identity = signalNames.filter((name) => sourcePlans[name]?.identity)
  expect(identity).toEqual(signalNames.filter((name) => signals[name].tier === 'frozen'))
})

it('makes nothing wait for the late wave by which visitors are known', () => {
  expect(signalNames.filter((name) => sourcePlans[name]?.identity && sourcePlans[name]?.late)).toEqual([])
})

it('lets wait for the late wave, with the watchers, what the catalogue says, and only that', () => {
  const late = signalNames.filter((name) => sourcePlans[name]?.late || name in watchers)
  expect(late).toEqual(signalNames.filter((name) => 'wave' in signals[name]))
})
