import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EpochMs } from '@tracio/contract'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readConfig } from '../config.ts'
import { feedTable } from './feeds/feed-table.ts'
import { startIpIntelligence } from './start-ip-intelligence.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tracio-ip-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const start = (env: Readonly<Record<string, string>>) =>
  startIpIntelligence(
    readConfig({ TRACIO_DATA_DIR: dataDir, TRACIO_FEEDS: 'off', TRACIO_GEO_DEFAULT: 'off', ...env }),
    {
      now: () => 1_795_219_200_000 as EpochMs,
      logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    },
  )

it('knows networks from the installed database, and says of lists that they are off', async () => {
  const { intelligence, close } = await start({})
  expect(intelligence.facts('88.198.0.1')).toMatchObject({
    network: { asn: 24940, class: 'hosting', brand: 'Hetzner' },
    gaps: { vpn: 'feed_off', tor: 'feed_off' },
    placeGap: 'no_database',
  })
  await close()
  // Half a million rows are compiled first.
}, 60_000)

it("asks the operator's own lists, though all feeds are off", async () => {
  mkdirSync(join(dataDir, 'lists'))
  writeFileSync(join(dataDir, 'lists/office.txt'), '10.1.2.0/24\n')
  const { intelligence, close } = await start({ TRACIO_NETWORKS: 'off' })
  await vi.waitFor(
    () => expect(intelligence.facts('10.1.2.3').hits).toMatchObject([{ kind: 'office', exact: false }]),
    5000,
  )
  expect(intelligence.facts('88.198.0.1')).toMatchObject({ network: null, networkGap: 'networks_off' })
  await close()
})

it('does not believe lists of datacenters about networks that are none, under the ids that the table has', () => {
  const ids = feedTable.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['x4bnet_datacenter_v4', 'x4bnet_datacenter_v6']))
})
