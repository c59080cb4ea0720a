import { signalNames, signals } from '@tracio/contract'
import { expect, it } from 'vitest'
import { sourcePlans } from './source-plans.ts'

it('holds those for identity, and only those, that the catalogue calls frozen', () => {
  const identity = signalNames.filter((name) => sourcePlans[name]?.identity)
  expect(identity).toEqual(signalNames.filter((name) => signals[name].tier === 'frozen'))
})

it('makes nothing wait for the late wave by which visitors are known', () => {
  expect(signalNames.filter((name) => sourcePlans[name]?.identity && sourcePlans[name]?.late)).toEqual([])
})
