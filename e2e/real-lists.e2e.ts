import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isParserName, type ParserName, parseList } from '../packages/server/src/ip/parse/parse-list.ts'
import type { ParseOptions } from '../packages/server/src/ip/parse/parse-options.ts'

type RealList = readonly [parser: ParserName, file: string, min: number, max: number, options?: ParseOptions]

/** Bounds are wide: lists change every day, and what matters is that none is misread as a whole. Those of August 2026. */
const lists: readonly RealList[] = [
  ['plain', 'tor/torbulkexitlist.derived.txt', 800, 3000],
  ['plain', 'tor/exit-ipv6.derived.txt', 400, 3000],
  ['csv_column', 'tor/exits-2026-08-22T2113Z.csv.gz', 3000, 12_000, { column: 1, header: true }],
  ['plain', 'relay/apple-private-relay-ipv4.txt', 2000, 10_000],
  ['plain', 'relay/apple-private-relay-ipv6.txt', 5000, 40_000],
  ['geofeed', 'formats/apple-egress-ip-ranges.excerpt.csv', 12, 12],
  ['plain', 'vpn/mullvad.txt', 300, 2000],
  ['plain', 'vpn/pia.txt', 1000, 10_000],
  ['plain', 'vpn/protonvpn-exit-ips.txt', 1500, 10_000],
  ['plain', 'x4bnet/vpn-ipv4.txt', 5000, 30_000],
  ['plain', 'x4bnet/datacenter-ipv4.txt.gz', 20_000, 100_000],
  ['plain', 'x4bnet/datacenter-ipv6.txt.gz', 4000, 30_000],
  ['csv_column', 'cloud/datacentres.csv.gz', 40_000, 200_000, { column: 1, providerColumn: 0 }],
  ['csv_column', 'crawlers/crawlers.csv.gz', 2000, 10_000, { column: 1, providerColumn: 0 }],
  ['counted', 'threat/ipsum.txt.gz', 60_000, 300_000],
  ['plain', 'threat/threatfox-ips.txt.gz', 10_000, 60_000],
  ['plain', 'threat/shadowwhisperer-Scanners.txt.gz', 30_000, 120_000],
  ['proxies', 'proxy/monosans-socks5.txt', 40, 1000, { protocol: 'socks5' }],
  ['proxies_json', 'proxy/monosans-proxies.stripped.json', 200, 5000],
  ['aws_json', 'formats/aws-ip-ranges.excerpt.json', 400, 400],
  ['azure_json', 'formats/azure-servicetags.excerpt.json', 400, 600],
  ['google_json', 'formats/gcp-cloud.excerpt.json', 150, 250],
  ['oracle_json', 'formats/oracle-public_ip_ranges.excerpt.json', 150, 250],
  ['fastly_json', 'formats/fastly-public-ip-list.json', 21, 21],
  ['zscaler', 'formats/zscaler-cenr.json', 80, 80],
  ['geofeed', 'formats/digitalocean-google.excerpt.csv', 190, 200],
  ['geofeed', 'formats/linode-geofeed.excerpt.csv', 300, 310],
  ['ranges', 'asn/asn-ipv4.csv.gz', 300_000, 600_000],
  ['ranges', 'asn/asn-ipv6.csv.gz', 80_000, 200_000],
]

it('are each read once, by parsers there are', () => {
  expect(new Set(lists.map(([, file]) => file)).size).toBe(lists.length)
  expect(lists.every(([parser, , min, max]) => isParserName(parser) && min <= max)).toBe(true)
})

/** Lists of the wild are not ours to ship: whoever has a folder of them names it. */
const folder = process.env['TRACIO_TEST_IPDATA']

if (folder !== undefined) {
  describe('real lists', () => {
    for (const [parser, file, min, max, options] of lists) {
      it(`${parser} reads ${file}`, () => {
        const { accepted, rejected } = parseList(parser, readFileSync(join(folder, file)), options)
        expect(rejected).toBe(0)
        expect(accepted).toBeGreaterThanOrEqual(min)
        expect(accepted).toBeLessThanOrEqual(max)
      })
    }
  })
}
