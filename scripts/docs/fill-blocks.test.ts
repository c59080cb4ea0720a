import { expect, it } from 'vitest'
import { blocksOf, fillBlocks } from './fill-blocks.ts'

const page = 'Before.\n\n<!-- generated: fruits -->\nold\n<!-- end -->\n\nAfter.\n'

it('replaces what stands in a block, and leaves the rest of the page alone', () => {
  const filled = fillBlocks(page, { fruits: () => '* apple\n* pear\n' })
  expect(filled).toBe('Before.\n\n<!-- generated: fruits -->\n\n* apple\n* pear\n\n<!-- end -->\n\nAfter.\n')
  expect(fillBlocks(filled, { fruits: () => '* apple\n* pear\n' })).toBe(filled)
})

it('refuses a page that asks for what nobody makes', () => {
  expect(() => fillBlocks(page, {})).toThrow('"fruits"')
})

it('names the lists of a page', () => {
  expect(blocksOf(page)).toEqual(['fruits'])
  expect(blocksOf('nothing')).toEqual([])
})
