import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocksOf, fillBlocks } from './docs/fill-blocks.ts'
import { lists } from './docs/lists.ts'
import { manualPages } from './docs/manual-pages.ts'

const pages = manualPages().map((path) => [basename(path), path, readFileSync(path, 'utf8')] as const)

/** Links to files, without their fragments. Links to the web are somebody else's to keep. */
const linksOf = (page: string): string[] =>
  [...page.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))

describe('the manual', () => {
  it.each(pages)('holds no stale list: %s ("npm run docs" writes them)', (_name, _path, page) => {
    expect(page).toBe(fillBlocks(page, lists))
  })

  it('shows every list that is made', () => {
    const shown = new Set(pages.flatMap(([, , page]) => blocksOf(page)))
    expect(Object.keys(lists).filter((name) => !shown.has(name))).toEqual([])
  })

  it.each(pages)('leads nowhere that is not there: %s', (_name, path, page) => {
    const broken = linksOf(page).filter((target) => !existsSync(join(dirname(path), target)))
    expect(broken).toEqual([])
  })
})
