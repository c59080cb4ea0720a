import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newDataDir } from '../../../test/a-feed.ts'
import { writeWhole } from './write-whole.ts'

it('puts a file in place of the old one, for its owner alone, and leaves nothing beside it', async () => {
  const folder = join(newDataDir(), 'new')
  await writeWhole(join(folder, 'a.txt'), 'one')
  await writeWhole(join(folder, 'a.txt'), 'two')
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('two')
  expect(statSync(join(folder, 'a.txt')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['a.txt'])
})

it('leaves nothing behind when it fails', async () => {
  const folder = newDataDir()
  mkdirSync(join(folder, 'a.txt'))
  await expect(writeWhole(join(folder, 'a.txt'), 'one')).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['a.txt'])
})
