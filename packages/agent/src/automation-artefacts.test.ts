import { expect, it } from 'vitest'
import { automationArtefacts } from './automation-artefacts.ts'

it('holds paths and selectors, each once, of fourteen frameworks or more', () => {
  expect(new Set(automationArtefacts).size).toBe(automationArtefacts.length)
  expect(automationArtefacts.length).toBeGreaterThanOrEqual(18)
  expect(
    automationArtefacts.filter((sought) => !/^([\w$]+(\.\w+)*|[a-z-]+|\[[\w-]+([*^]=[\w-]+)?\])$/.test(sought)),
  ).toEqual([])
})
