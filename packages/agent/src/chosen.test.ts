import { expect, it } from 'vitest'
import { chosen, type Readers } from './chosen.ts'

const cores = () => ({ value: 8 })
const timezone = () => ({ value: 'UTC' })
const webdriver = () => ({ read: () => ({ value: true }), stop: () => undefined })
const readers: Readers = {
  sources: { platform: { cores }, time: { timezone }, behaviour: {} },
  watchers: { webdriver },
}

it.each<[string, unknown, object]>([
  ['all of them', undefined, { sources: { cores, timezone }, watchers: { webdriver } }],
  ['an empty list', [], { sources: { cores, timezone }, watchers: { webdriver } }],
  ['without one', ['time'], { sources: { cores }, watchers: { webdriver } }],
  ['without watchers', ['behaviour'], { sources: { cores, timezone }, watchers: {} }],
  ['without any', ['platform', 'time', 'behaviour'], { sources: {}, watchers: {} }],
])('%s', (_name, without, left) => {
  expect(chosen(readers, without)).toEqual(left)
})

it.each<[string, unknown]>([
  ['an unknown family', ['tmie']],
  ['what every object has', ['toString']],
  ['a name that is no list', 'time'],
  ['null', null],
])('refuses %s and names the known', (_name, without) => {
  const refusal = { code: 'invalid_config', message: expect.stringContaining('Known: platform, time, behaviour.') }
  expect(() => chosen(readers, without)).toThrow(expect.objectContaining(refusal))
})
