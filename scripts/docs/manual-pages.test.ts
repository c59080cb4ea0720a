import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { manualPages } from './manual-pages.ts'

it('finds the pages at the root and of the manual, each once', () => {
  const pages = manualPages()
  expect(pages.filter((path) => !existsSync(path))).toEqual([])
  expect(new Set(pages).size).toBe(pages.length)
  expect(pages.map((path) => path.split('/').at(-1))).toEqual(expect.arrayContaining(['README.md', 'configuration.md']))
})
