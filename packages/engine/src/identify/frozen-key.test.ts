import { type Reading, type Readings, signals } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { chromeOnWindows, firefoxOnLinux, type Person, safariOnIphone } from '../../test/people.ts'
import { readingsOf } from '../../test/visit.ts'
import { prepare } from '../prepare.ts'
import { FROZEN_READ_MIN, frozenKey, frozenNames } from './frozen-key.ts'

const keyOf = (person: Person, gaps: { [K in keyof Readings]?: Reading<never> } = {}) =>
  prepare({ ...readingsOf(person), ...gaps }, '').frozenKey

const chrome = keyOf(chromeOnWindows)
const gone = { gap: 'timeout' } as const

it('is 32 hexadecimal digits over the catalogue’s frozen tier', () => {
  expect(chrome).toMatch(/^[0-9a-f]{32}$/)
  expect(frozenNames.every((name) => signals[name].tier === 'frozen')).toBe(true)
  expect(frozenNames).toHaveLength(7)
})

describe('keeps its key', () => {
  const ua = chromeOnWindows.userAgent ?? ''
  it.each<[string, Person]>([
    ['a browser that was updated', { ...chromeOnWindows, userAgent: ua.replace('146', '147') }],
    [
      'somebody who travels and docks',
      { ...chromeOnWindows, timezone: 'Asia/Tokyo', languages: ['ja'], pixelRatio: 2 },
    ],
    ['a browser without Client Hints, on an insecure page', withoutHints(chromeOnWindows)],
    [
      'a machine whose fonts come in another order',
      { ...chromeOnWindows, fonts: [...(chromeOnWindows.fonts ?? [])].reverse() },
    ],
    [
      'a machine whose GPU parameters come in another order',
      { ...chromeOnWindows, webglParameters: reversed(chromeOnWindows.webglParameters) },
    ],
  ])('%s', (_name, person) => {
    expect(keyOf(person)).toBe(chrome)
  })
  it('a Firefox whose canvas is noised anew', () => {
    const canvas = { winding: true, geometry: '1'.repeat(32), text: '2'.repeat(32) }
    expect(keyOf({ ...firefoxOnLinux, canvas })).toBe(keyOf(firefoxOnLinux))
    expect(keyOf({ ...firefoxOnLinux, canvas })).not.toBeNull()
  })
  it('a Firefox under another name, because its engine gives the noise away', () => {
    const renamed = { ...firefoxOnLinux, userAgent: safariOnIphone.userAgent ?? '' }
    expect(keyOf({ ...renamed, canvas: { winding: true, geometry: '', text: '' } })).toBe(keyOf(renamed))
  })
})

describe('gives another key', () => {
  it.each<[string, Person]>([
    [
      'another canvas',
      { ...chromeOnWindows, canvas: { winding: true, geometry: 'a'.repeat(32), text: 'c'.repeat(32) } },
    ],
    ['one font more', { ...chromeOnWindows, fonts: [...(chromeOnWindows.fonts ?? []), 'Comic Sans MS'] }],
    ['the last digit of the audio sum', { ...chromeOnWindows, audio: { sum: 124.0434752751608, sampleRateHz: 48000 } }],
    [
      'another browser on the same machine',
      { ...chromeOnWindows, userAgent: `${chromeOnWindows.userAgent} Edg/146.0.0.0` },
    ],
    [
      'the same under another system',
      {
        ...chromeOnWindows,
        userAgent: (chromeOnWindows.userAgent ?? '').replace('Windows NT 10.0; Win64; x64', 'X11; Linux x86_64'),
      },
    ],
  ])('for %s', (_name, person) => {
    expect(keyOf(person)).not.toBe(chrome)
    expect(keyOf(person)).not.toBeNull()
  })
  it('for one signal that could not be read, and never takes it for a value', () => {
    expect(keyOf(chromeOnWindows, { audio: gone })).not.toBe(chrome)
    expect(keyOf(chromeOnWindows, { audio: gone })).not.toBe(keyOf(chromeOnWindows, { fonts: gone }))
  })
})

describe('gives none', () => {
  it('when fewer signals than it takes were read, and one at exactly as many', () => {
    const two = { audio: gone, canvas: gone }
    expect(frozenNames.length - Object.keys(two).length).toBe(FROZEN_READ_MIN)
    expect(keyOf(chromeOnWindows, two)).not.toBeNull()
    expect(keyOf(chromeOnWindows, { ...two, fonts: gone })).toBeNull()
  })
  it('to a Firefox with that many only if its noised canvas counted', () => {
    expect(keyOf(firefoxOnLinux, { audio: gone })).not.toBeNull()
    expect(keyOf(firefoxOnLinux, { audio: gone, fonts: gone })).toBeNull()
  })
})

it('treats a canvas that two reads disagree on like one that was not read', () => {
  const unstable = { gap: 'unstable', evidence: [] } as const
  expect(keyOf(chromeOnWindows, { canvas: unstable })).toBe(keyOf(chromeOnWindows, { canvas: gone }))
})

it('is made of what was named as read, and of the class', () => {
  const readings = readingsOf(chromeOnWindows)
  expect(frozenKey(readings, frozenNames, ['a', 'b'])).not.toBe(frozenKey(readings, frozenNames, ['ab', '']))
})

function withoutHints({ clientHints: _hints, ...person }: Person): Person {
  return person
}

const reversed = <T>(map: Readonly<Record<string, T>> = {}): Record<string, T> =>
  Object.fromEntries(Object.entries(map).reverse())
