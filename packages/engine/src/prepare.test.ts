import { expect, it } from 'vitest'
import { chromeOnWindows, firefoxOnLinux, headlessChromium, safariOnIphone, webkitOnLinux } from '../test/people.ts'
import { readingsOf } from '../test/visit.ts'
import { frozenNames } from './identify/frozen-key.ts'
import { prepare } from './prepare.ts'

it('gives the same again, so a replay needs nothing that the server kept', () => {
  const readings = readingsOf(chromeOnWindows)
  expect(prepare(readings, 'x')).toEqual(prepare(readings, 'x'))
})

it('says how much of the frozen tier there was, without the canvas that Firefox noises', () => {
  expect(prepare(readingsOf(chromeOnWindows), '').frozenRead).toBe(frozenNames.length)
  expect(prepare(readingsOf(firefoxOnLinux), '').frozenRead).toBe(frozenNames.length - 1)
  expect(prepare(readingsOf({}), '')).toMatchObject({ frozenKey: null, frozenRead: 0 })
})

it('gives different browsers different keys', () => {
  const people = [chromeOnWindows, firefoxOnLinux, safariOnIphone, webkitOnLinux, headlessChromium]
  expect(new Set(people.map((person) => prepare(readingsOf(person), '').frozenKey)).size).toBe(people.length)
})
