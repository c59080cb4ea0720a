import { describe, expect, it } from 'vitest'
import { detectors } from '../../packages/engine/src/index.ts'
import { settings } from '../../packages/server/src/settings/index.ts'
import { lists } from './lists.ts'

describe('every list', () => {
  it.each(Object.entries(lists))('%s holds something, and no cell that nobody filled', (_name, list) => {
    expect(list().trim()).not.toBe('')
    expect(list()).not.toMatch(/undefined|\[object/)
  })
})

it('lists each detector, each reason and each setting once', () => {
  for (const { id, reasons } of detectors) {
    expect(lists.detectors()).toContain(`| \`${id}\` |`)
    for (const reason of Object.keys(reasons)) expect(lists.reasons().split(`\`${reason}\``)).toHaveLength(2)
  }
  for (const { name } of Object.values(settings)) expect(lists.settings().split(`| \`${name}\` |`)).toHaveLength(2)
})
