import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { readTableFile, writeTableFile } from './table-file.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracio-table-'))
  file = join(folder, 'inside', 'some.table')
})

const tables = {
  about: { names: ['Zürich', 'a\u0000b'] },
  arrays: {
    bytes: Uint8Array.of(1, 2, 3),
    words: Uint16Array.of(65535),
    longs: Uint32Array.of(0xffffffff, 7),
    none: new Uint32Array(),
  },
}

/** Changes one byte, counted from the end where negative. */
function damage(at: number): void {
  const bytes = readFileSync(file)
  const place = at < 0 ? bytes.length + at : at
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

it('reads what was written, and leaves nothing else behind', async () => {
  await writeTableFile(file, 'test 1', tables)
  await writeTableFile(file, 'test 1', tables)
  expect(await readTableFile(file, 'test 1')).toEqual(tables)
  expect(readdirSync(join(folder, 'inside'))).toEqual(['some.table'])
})

it('refuses a file that is not there', async () => {
  expect(await readTableFile(file, 'test 1')).toEqual({ refused: 'It does not exist.' })
})

it('refuses what another program wrote', async () => {
  await writeTableFile(file, 'test 1', tables)
  expect(await readTableFile(file, 'test 2')).toEqual({ refused: 'It holds test 1, not test 2.' })
})

it.each([
  ['the magic', 0, 'It is not a file of tables.'],
  ['the checksum', 20, 'It is damaged.'],
  ['the version', 40, 'It is damaged.'],
  ['the length of the header', 44, 'It is damaged.'],
  ['the header', 60, 'It is damaged.'],
  ['an array', -20, 'It is damaged.'],
  ['the last byte', -1, 'It is damaged.'],
])('refuses a file with one wrong bit in %s', async (_where, at, refused) => {
  await writeTableFile(file, 'test 1', tables)
  damage(at)
  expect(await readTableFile(file, 'test 1')).toEqual({ refused })
})

it.each([0, 5, 47, 48, 100])('refuses a file that ends after %i bytes', async (length) => {
  await writeTableFile(file, 'test 1', tables)
  truncateSync(file, length)
  expect(await readTableFile(file, 'test 1')).toHaveProperty('refused')
})

it('keeps the file that is there when another cannot be written', async () => {
  await writeTableFile(file, 'test 1', tables)
  await expect(writeTableFile(join(file, 'below'), 'test 1', tables)).rejects.toThrow()
  expect(await readTableFile(file, 'test 1')).toEqual(tables)
})
