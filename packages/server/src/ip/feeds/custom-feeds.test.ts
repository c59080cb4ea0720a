import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newDataDir } from '../../../test/a-feed.ts'
import { OperatorError } from '../../operator-error.ts'
import { type CustomFeed, customFeed, readCustomFeeds, writeCustomFeeds } from './custom-feeds.ts'

const custom: CustomFeed = {
  id: 'office_vpn',
  url: 'https://lists.example/vpn.txt',
  parser: 'plain',
  kind: 'vpn',
  periodMs: 3_600_000,
  clears: false,
}

it('keeps the operator’s feeds', async () => {
  const dataDir = newDataDir()
  expect(await readCustomFeeds(dataDir)).toEqual([])
  await writeCustomFeeds(dataDir, [custom])
  expect(await readCustomFeeds(dataDir)).toEqual([custom])
})

it('makes a feed of them that is stale after a day at the earliest', () => {
  expect(customFeed(custom)).toMatchObject({ id: 'office_vpn', maxAgeMs: 86_400_000, clears: [], licence: 'operator' })
  expect(customFeed({ ...custom, periodMs: 86_400_000, clears: true })).toMatchObject({
    maxAgeMs: 3 * 86_400_000,
    clears: [4, 6],
  })
})

it.each([
  ['{', 'is no JSON'],
  ['{}', 'the whole must be array'],
  ['[{"id": "a"}]', '/0 must have required properties'],
  [JSON.stringify([custom, { ...custom, url: 'file:///etc/passwd' }]), '/1/url must match pattern'],
  [JSON.stringify([{ ...custom, options: { column: -1 } }]), '/0/options/column must be >= 0'],
  [JSON.stringify([{ ...custom, options: { column: 3 } }]), 'a feed "office_vpn" that cannot be: --column belongs'],
])('says so when the file holds something else: %s', async (text, why) => {
  const dataDir = newDataDir()
  await writeCustomFeeds(dataDir, [])
  writeFileSync(join(dataDir, 'feeds/custom.json'), text)
  const reading = readCustomFeeds(dataDir)
  await expect(reading).rejects.toThrow(OperatorError)
  await expect(reading).rejects.toThrow(why)
})

it('keeps no more than a hundred', async () => {
  const many = Array.from({ length: 101 }, (_, at) => ({ ...custom, id: `feed_${at}` }))
  await expect(writeCustomFeeds(newDataDir(), many)).rejects.toThrow('100')
})
