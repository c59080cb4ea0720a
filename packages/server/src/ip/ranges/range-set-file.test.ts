import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addressOf, aList } from '../../../test/address-lists.ts'
import { writeTableFile } from '../table-file.ts'
import { compileRanges } from './compile-ranges.ts'
import { createRangeSet } from './range-set.ts'
import { readRangeSet, writeRangeSet } from './range-set-file.ts'

const file = join(mkdtempSync(join(tmpdir(), 'tracio-ranges-')), 'ranges.table')
const set = createRangeSet(
  compileRanges([
    aList(['192.0.2.0-192.0.2.255', '2001:db8::1'], { part: { provider: 'Ada' } }),
    aList(['192.0.2.1'], { feed: 'attackers', kind: 'threat', threat: 'malware', part: { count: 2 } }),
  ]),
)

it('answers from a file as it did before', async () => {
  await writeRangeSet(file, set)
  const read = await readRangeSet(file)
  expect(read).toMatchObject({ compiled: set.compiled, bytes: set.bytes })
  const lookup = 'lookup' in read ? read.lookup : undefined
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.3.0', '2001:db8::1'].map(addressOf)) {
    expect(lookup?.(address)).toEqual(set.lookup(address))
  }
})

it('refuses a damaged file, and one of another version', async () => {
  await writeRangeSet(file, set)
  const bytes = readFileSync(file)
  bytes[bytes.length - 9] = 0xaa
  writeFileSync(file, bytes)
  expect(await readRangeSet(file)).toEqual({ refused: 'It is damaged.' })
  await writeTableFile(file, 'ranges 0', { about: {}, arrays: {} })
  expect(await readRangeSet(file)).toEqual({ refused: 'It holds ranges 0, not ranges 1.' })
})
