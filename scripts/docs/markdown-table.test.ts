import { expect, it } from 'vitest'
import { markdownTable } from './markdown-table.ts'

it('lays out rows, and keeps bars and line breaks inside their cells', () => {
  expect(markdownTable(['a', 'b'], [['x|y', 'one\ntwo']])).toBe('| a | b |\n| --- | --- |\n| x\\|y | one two |\n')
})
