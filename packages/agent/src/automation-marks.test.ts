import { expect, it } from 'vitest'
import { automationMarks } from './automation-marks.ts'

it('holds paths and selectors, each once, of fourteen frameworks or more', () => {
  const { things } = automationMarks
  expect(new Set(things).size).toBe(things.length)
  expect(things.length).toBeGreaterThanOrEqual(18)
  expect(things.filter((sought) => !/^([\w$]+(\.\w+)*|[a-z-]+|\w*\[[\w-]+([*^]=[\w-]+)?\])$/.test(sought))).toEqual([])
})

it('knows names by their beginnings', () => {
  expect(automationMarks.names.test('__pwInitScripts')).toBe(true)
  expect(automationMarks.names.test('my__pw')).toBe(false)
})
