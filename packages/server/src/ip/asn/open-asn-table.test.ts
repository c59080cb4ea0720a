import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { addressOf } from '../../../test/address-lists.ts'
import { anAsnPackage, asnCsv } from '../../../test/asn-package.ts'
import { type AsnOutcome, openAsnTable } from './open-asn-table.ts'

let cacheFile: string
beforeEach(() => {
  cacheFile = join(mkdtempSync(join(tmpdir(), 'tracio-data-')), 'ip', 'networks.table')
})

const asnOf = (outcome: AsnOutcome, text: string): unknown =>
  'missing' in outcome ? outcome.missing : outcome.table.lookup(addressOf(text))?.asn

/** Half a million rows take a second or two, and more on a busy machine. */
const COMPILED_WITHIN_MS = 60_000

it('compiles the package at the first start, and needs it no more at the next', async () => {
  const from = anAsnPackage()
  expect(asnOf(await openAsnTable(cacheFile, from), '192.0.2.1')).toBe(64496)
  rmSync(from.ipv4Csv)
  const again = await openAsnTable(cacheFile, from)
  expect([asnOf(again, '192.0.2.1'), asnOf(again, '2001:db8:1::1')]).toEqual([64496, 64499])
})

it('compiles again when the file is damaged', async () => {
  const from = anAsnPackage()
  await openAsnTable(cacheFile, from)
  const whole = readFileSync(cacheFile)
  writeFileSync(cacheFile, whole.subarray(0, 1000))
  expect(asnOf(await openAsnTable(cacheFile, from), '192.0.2.1')).toBe(64496)
  expect(readFileSync(cacheFile).equals(whole)).toBe(true)
})

it('compiles again when the package is another', async () => {
  await openAsnTable(cacheFile, anAsnPackage())
  const newer = anAsnPackage({ ...asnCsv, ipv4: '192.0.2.0,192.0.2.255,64500,New\n' })
  expect(asnOf(await openAsnTable(cacheFile, { ...newer, version: '2.3.2026070100' }), '192.0.2.1')).toBe(64500)
})

it('answers although the table cannot be kept, and says so', async () => {
  writeFileSync(join(cacheFile, '..', '..', 'ip'), 'a file where the folder should be')
  const outcome = await openAsnTable(cacheFile, anAsnPackage())
  expect(asnOf(outcome, '192.0.2.1')).toBe(64496)
  expect(outcome).toHaveProperty('notKept')
})

it('says why there is no database', async () => {
  const broken = anAsnPackage({ ipv4: '<html>', ipv6: '<html>' })
  expect(await openAsnTable(cacheFile, broken)).toEqual({
    missing: 'The package @ip-location-db/asn could not be read: 1 of 1 rows are not rows of networks.',
  })
})

it('says so when the package is not installed', async () => {
  expect(await openAsnTable(cacheFile, null)).toEqual({ missing: expect.stringContaining('is not installed') })
})

it(
  'knows the networks of the installed package',
  async () => {
    const outcome = await openAsnTable(cacheFile)
    // Networks that have had these addresses for 15 years and more.
    expect(
      ['8.8.8.8', '88.198.0.1', '2001:4860:4860::8888', '2a01:4f8:1::1'].map((text) => asnOf(outcome, text)),
    ).toEqual([15169, 24940, 15169, 24940])
  },
  COMPILED_WITHIN_MS,
)
