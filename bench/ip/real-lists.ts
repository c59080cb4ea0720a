import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ListKind, ThreatKind } from '@tracio/contract'
import type { AcceptedList } from '../../packages/server/src/ip/list-parts.ts'
import { type ParserName, parseList } from '../../packages/server/src/ip/parse/parse-list.ts'
import type { ParseOptions } from '../../packages/server/src/ip/parse/parse-options.ts'

/** A list of the folder that a benchmark is pointed at: which file it is in, and how it is read. */
interface RealList {
  readonly feed: string
  readonly kind: ListKind
  readonly threat?: ThreatKind
  readonly file: string
  readonly parser: ParserName
  readonly options?: ParseOptions
}

const ADDRESS_COLUMN = { column: 1, header: true } as const

/** The hour before the one that is asked about. */
const TOR_BEFORE = 'tor/exits-2026-08-22T2013Z.csv.gz'
const TOR_AFTER = 'tor/exits-2026-08-22T2113Z.csv.gz'

const clouds = ['amazon', 'digitalocean', 'google', 'linode', 'microsoft', 'oracle', 'vultr']
const versions = ['ipv4', 'ipv6']

const plain = (feed: string, kind: ListKind, file: string, provider?: string): RealList => ({
  ...{ feed, kind, file, parser: 'plain' },
  ...(provider === undefined ? {} : { options: { provider } }),
})

/** What a server has loaded that fetches every feed of the default set which the folder has a snapshot of. */
const realLists: readonly RealList[] = [
  { feed: 'tor_exits', kind: 'tor', file: TOR_BEFORE, parser: 'csv_column', options: ADDRESS_COLUMN },
  ...versions.map((version) =>
    plain(`apple_relay_${version}`, 'relay', `relay/apple-private-relay-${version}.txt`, 'icloud_private_relay'),
  ),
  plain('x4bnet_vpn_ipv4', 'vpn', 'x4bnet/vpn-ipv4.txt'),
  plain('x4bnet_vpn_ipv6', 'vpn', 'x4bnet/vpn-ipv6.txt'),
  plain('mullvad', 'vpn', 'vpn/mullvad.txt', 'Mullvad'),
  plain('pia', 'vpn', 'vpn/pia.txt', 'Private Internet Access'),
  plain('protonvpn', 'vpn', 'vpn/protonvpn-exit-ips.txt', 'ProtonVPN'),
  ...versions.map((version) =>
    plain(`x4bnet_datacenter_${version}`, 'datacenter', `x4bnet/datacenter-${version}.txt.gz`),
  ),
  ...clouds.flatMap((cloud) =>
    (cloud === 'oracle' ? ['ipv4'] : versions).map((version) =>
      plain(`${cloud}_${version}`, 'datacenter', `cloud/${cloud}-${version}.txt`, cloud),
    ),
  ),
  ...['http', 'socks4', 'socks5'].map(
    (protocol): RealList => ({
      ...{ feed: `monosans_${protocol}`, kind: 'proxy', file: `proxy/monosans-${protocol}.txt`, parser: 'proxies' },
      options: { protocol: protocol === 'http' ? 'http' : protocol === 'socks4' ? 'socks4' : 'socks5' },
    }),
  ),
  { feed: 'ipsum', kind: 'threat', threat: 'attackSource', file: 'threat/ipsum.txt.gz', parser: 'counted' },
  { feed: 'threatfox', kind: 'threat', threat: 'malware', file: 'threat/threatfox-ips.txt.gz', parser: 'plain' },
]

/** Reads the folder's lists as they would be compiled, but for the feeds that are withheld. */
export const readRealLists = (folder: string, withheld: readonly string[] = []): readonly AcceptedList[] =>
  realLists
    .filter(({ feed }) => !withheld.includes(feed))
    .map(({ feed, kind, threat, file, parser, options }) => ({
      ...{ feed, kind, parts: parseList(parser, readFileSync(join(folder, file)), options).parts },
      ...(threat === undefined ? {} : { threat }),
    }))

/** Exits an hour after those that are loaded. */
export const readLaterTor = (folder: string): AcceptedList['parts'] =>
  parseList('csv_column', readFileSync(join(folder, TOR_AFTER)), ADDRESS_COLUMN).parts

/** A few rows of Apple's own file, of another source than the list that is loaded. */
export const readAppleRows = (folder: string): AcceptedList['parts'] =>
  parseList('geofeed', readFileSync(join(folder, 'formats/apple-egress-ip-ranges.excerpt.csv'))).parts
