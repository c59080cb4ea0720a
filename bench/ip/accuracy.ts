import type { EpochMs, IpFacts, NetworkVerdict } from '@tracio/contract'
import { detectors } from '../../packages/engine/src/detectors/index.ts'
import { addressStanding } from '../../packages/engine/src/network/address-standing.ts'
import { judgeNetwork } from '../../packages/engine/src/network/judge-network.ts'
import { runDetectors } from '../../packages/engine/src/run-detectors.ts'
import type { Networks } from '../../packages/server/src/ip/asn/networks.ts'
import { createGeo } from '../../packages/server/src/ip/geo/create-geo.ts'
import { createIpIntelligence } from '../../packages/server/src/ip/ip-intelligence.ts'
import type { AddressRanges, ListPart } from '../../packages/server/src/ip/list-parts.ts'
import { compileLists } from '../../packages/server/src/ip/ranges/compile.ts'
import type { ListException } from '../../packages/server/src/ip/ranges/label-lists.ts'
import type { Random } from '../ingest/random.ts'
import { againstBar, type Result } from '../report.ts'
import { ipv4Text } from './addresses.ts'
import { consumerNetworks } from './consumer-networks.ts'
import { readAppleRows, readLaterTor, readRealLists } from './real-lists.ts'

/** What the accuracy is measured with. */
export interface AccuracyDeps {
  /** Where the lists lie. */
  readonly folder: string
  readonly networks: Networks
  /** What lists of datacenters name by mistake. */
  readonly exceptions: readonly ListException[]
  readonly random: Random
  readonly say: (line: string) => void
}

/** Shares in percent, and false alarms of that many addresses. */
const BAR = { tor: 99, relay: 99, vpn: { pia: 95, mullvad: 95, protonvpn: 85 }, falseMax: 5 } as const
const DRAWN = 100_000

/** The day of the snapshots; nothing here depends on it. */
const AT = 1_787_400_000_000 as EpochMs

type Judge = (address: string) => NetworkVerdict

/** How much of what is known to be one thing is called so, with lists that are not asked about themselves. */
export async function accuracy({
  folder,
  networks,
  exceptions,
  random,
  say,
}: AccuracyDeps): Promise<readonly Result[]> {
  const judgeWithout = async (...withheld: readonly string[]): Promise<Judge> => {
    const set = await compileLists(readRealLists(folder, withheld), exceptions)
    const { facts } = createIpIntelligence({
      ranges: { current: () => set },
      networks,
      geo: createGeo({ current: () => [] }),
      feeds: { asOf: () => AT, gaps: () => ({ 4: {}, 6: {} }) },
    })
    return (address) => verdictOf(address, facts(address))
  }
  const all = await judgeWithout()
  const results: Result[] = []
  const tor = textsOf(readLaterTor(folder))
  results.push(share('Tor exits, by the list of the hour before', tor, (one) => all(one).tor.result, BAR.tor))
  const rows = textsOf(readAppleRows(folder))
  results.push(share("rows of Apple's own file, of another day, as relay", rows, (one) => isRelayAlone(all(one)), null))
  const apple = textsOf(readRealLists(folder).flatMap(({ feed, parts }) => (feed.startsWith('apple') ? parts : [])))
  results.push(
    share(
      'first addresses of all Apple ranges, as relay and not as VPN',
      apple,
      (one) => isRelayAlone(all(one)),
      BAR.relay,
    ),
  )
  for (const provider of ['pia', 'mullvad', 'protonvpn'] as const) {
    const judge = await judgeWithout(provider)
    const servers = textsOf(readRealLists(folder).flatMap(({ feed, parts }) => (feed === provider ? parts : [])))
    results.push(
      share(`${provider}, its own list withheld`, servers, (one) => judge(one).vpn.result, BAR.vpn[provider]),
    )
  }
  const wrong = { vpn: 0, proxy: 0, tor: 0, datacenter: 0 }
  let any = 0
  for (const address of drawFrom(networks.rangesOf(new Set(Object.keys(consumerNetworks).map(Number))), random)) {
    const verdict = all(address)
    const called = (['vpn', 'proxy', 'tor', 'datacenter'] as const).filter((kind) => verdict[kind].result)
    for (const kind of called) wrong[kind]++
    if (called.length > 0) any++
  }
  say(`of ${DRAWN} addresses of ${Object.values(consumerNetworks).join(', ')}: ${JSON.stringify(wrong)}`)
  results.push(againstBar(`false alarms of ${DRAWN} at home`, 'addresses', any, BAR.falseMax, 'lower'))
  return results
}

/** Judges by the address alone: no reading, no header. */
function verdictOf(requestIp: string, ip: IpFacts): NetworkVerdict {
  const seen = { ip, requestIp, address: addressStanding(ip) }
  return judgeNetwork(seen, runDetectors(detectors, seen), AT)
}

const isRelayAlone = ({ relay, vpn }: NetworkVerdict): boolean => relay.result && !vpn.methods.publicVPN

function share(
  name: string,
  addresses: readonly string[],
  holds: (address: string) => boolean,
  bar: number | null,
): Result {
  const hit = addresses.filter(holds).length
  return againstBar(`${name} (${addresses.length})`, '%', (100 * hit) / addresses.length, bar, 'higher')
}

/** The first address of every range. */
function textsOf(parts: readonly ListPart[]): readonly string[] {
  return parts.flatMap(({ ranges: { v4, v6 } }) => [
    ...Array.from({ length: v4.length / 2 }, (_, range) => ipv4Text(v4[range * 2] ?? 0)),
    ...Array.from({ length: v6.length / 8 }, (_, range) => ipv6Text([...v6.subarray(range * 8, range * 8 + 4)])),
  ])
}

const ipv6Text = (words: readonly number[]): string =>
  words.map((word) => `${(word >>> 16).toString(16)}:${(word & 0xffff).toString(16)}`).join(':')

/** IPv4 addresses, each of all with the same chance. */
function drawFrom({ v4 }: AddressRanges, random: Random): readonly string[] {
  const ends: number[] = []
  let total = 0
  for (let range = 0; range < v4.length; range += 2) {
    total += (v4[range + 1] ?? 0) - (v4[range] ?? 0) + 1
    ends.push(total)
  }
  return Array.from({ length: DRAWN }, () => {
    const at = random.int(total)
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((ends[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    const before = low === 0 ? 0 : (ends[low - 1] ?? 0)
    return ipv4Text(((v4[low * 2] ?? 0) + at - before) >>> 0)
  })
}
