import type { AcceptedList } from '../../packages/server/src/ip/list-parts.ts'
import type { Random } from '../ingest/random.ts'

/** A list to draw. Its shares of the whole are those of real lists (November 2026), and so are its kinds and widths. */
interface Plan {
  readonly feed: string
  readonly kind: AcceptedList['kind']
  readonly threat?: NonNullable<AcceptedList['threat']>
  /** Of all IPv4 ranges, in thousandths. */
  readonly perMille: number
  /** Addresses in a range, at the most, as a power of two. */
  readonly bits: number
  /** IPv6 ranges for every thousand of IPv4. */
  readonly v6PerMille: number
  /** Different things that it says of its entries: providers or counts. */
  readonly says: number
}

const plans: readonly Plan[] = [
  { feed: 'tor', kind: 'tor', perMille: 2, bits: 0, v6PerMille: 500, says: 1 },
  { feed: 'relay', kind: 'relay', perMille: 40, bits: 5, v6PerMille: 2000, says: 1 },
  { feed: 'relay-geofeed', kind: 'relay', perMille: 60, bits: 3, v6PerMille: 1000, says: 1 },
  { feed: 'vpn-servers', kind: 'vpn', perMille: 25, bits: 0, v6PerMille: 100, says: 12 },
  { feed: 'vpn-ranges', kind: 'vpn', perMille: 10, bits: 10, v6PerMille: 50, says: 1 },
  { feed: 'datacenters', kind: 'datacenter', perMille: 40, bits: 14, v6PerMille: 200, says: 1 },
  { feed: 'clouds', kind: 'datacenter', perMille: 20, bits: 16, v6PerMille: 200, says: 10 },
  { feed: 'crawlers', kind: 'crawler', perMille: 3, bits: 6, v6PerMille: 300, says: 15 },
  { feed: 'proxies', kind: 'proxy', perMille: 30, bits: 0, v6PerMille: 0, says: 3 },
  { feed: 'reputation', kind: 'threat', threat: 'attackSource', perMille: 120, bits: 0, v6PerMille: 0, says: 11 },
  { feed: 'attackers', kind: 'threat', threat: 'attackSource', perMille: 450, bits: 0, v6PerMille: 5, says: 1 },
  { feed: 'spammers', kind: 'threat', threat: 'emailSpam', perMille: 150, bits: 2, v6PerMille: 20, says: 1 },
  { feed: 'malware', kind: 'threat', threat: 'malware', perMille: 50, bits: 0, v6PerMille: 0, says: 1 },
]

/** Draws lists with that many IPv4 ranges together, and some 15 IPv6 ranges for every hundred. */
export const drawLists = (ranges: number, random: Random): readonly AcceptedList[] =>
  plans.map(({ feed, kind, threat, perMille, bits, v6PerMille, says }) => {
    const count = Math.round((ranges * perMille) / 1000)
    const parts = Array.from({ length: says }, (_, part) => ({
      provider: says > 1 && kind !== 'threat' ? `${feed} ${part}` : null,
      ...(says > 1 && kind === 'threat' ? { count: part + 1 } : {}),
      ranges: {
        v4: drawIpv4(Math.ceil(count / says), bits, random),
        v6: drawIpv6(Math.ceil((count * v6PerMille) / 1000 / says), random),
      },
    }))
    return { feed, kind, ...(threat === undefined ? {} : { threat }), parts }
  })

function drawIpv4(count: number, bits: number, random: Random): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(count * 2)
  for (let range = 0; range < count; range++) {
    const size = 2 ** random.int(bits + 1)
    const first = Math.floor(random.int(2 ** 32) / size) * size
    words[range * 2] = first
    words[range * 2 + 1] = first + size - 1
  }
  return words
}

/** Networks of 64 bits, as lists name them. */
function drawIpv6(count: number, random: Random): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(count * 8)
  for (let range = 0; range < count; range++) {
    const network = drawIpv6Network(random)
    words.set([...network, 0, 0, ...network, 0xffffffff, 0xffffffff], range * 8)
  }
  return words
}

/** The first two words of an address in `2600::/12` or `2a00::/12`, where most networks are. */
export const drawIpv6Network = (random: Random): readonly [number, number] => [
  ((random.int(2) === 0 ? 0x260 : 0x2a0) * 2 ** 20 + random.int(2 ** 20)) >>> 0,
  random.int(2 ** 32),
]
