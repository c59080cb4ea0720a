import type { AddressScope } from '@tracio/contract'
import { embeddedIpv4 } from './embedded-ipv4.ts'
import { type Address, parseAddress } from './parse-address.ts'

/** Addresses whose first bits agree. */
interface Block {
  readonly words: readonly number[]
  readonly masks: readonly number[]
  readonly scope: AddressScope
}

/**
 * IANA's registry of special IPv4 blocks (RFC 6890 and its updates; November 2026), the narrower ones first. Blocks that
 * the registry calls globally reachable stand here only where a wider one would hide them.
 */
const ipv4Blocks = blocks([
  ['0.0.0.0/8', 'reserved'], // RFC 791: this network
  ['10.0.0.0/8', 'private'], // RFC 1918
  ['100.64.0.0/10', 'shared'], // RFC 6598: between a carrier and its customers
  ['127.0.0.0/8', 'loopback'], // RFC 1122
  ['169.254.0.0/16', 'link_local'], // RFC 3927
  ['172.16.0.0/12', 'private'], // RFC 1918
  ['192.0.0.9/32', 'global'], // RFC 7723: port control, anycast
  ['192.0.0.10/32', 'global'], // RFC 8155: TURN, anycast
  ['192.0.0.0/24', 'reserved'], // RFC 6890: protocol assignments
  ['192.0.2.0/24', 'documentation'], // RFC 5737
  ['192.88.99.0/24', 'reserved'], // RFC 7526: relays of 6to4, given up
  ['192.168.0.0/16', 'private'], // RFC 1918
  ['198.18.0.0/15', 'reserved'], // RFC 2544: benchmarks
  ['198.51.100.0/24', 'documentation'], // RFC 5737
  ['203.0.113.0/24', 'documentation'], // RFC 5737
  ['224.0.0.0/4', 'multicast'], // RFC 5771
  ['240.0.0.0/4', 'reserved'], // RFC 1112, and the broadcast of RFC 919
])

/** The same of IPv6. Global unicast comes from `2000::/3` alone (RFC 4291), so that the rest is reserved unless named. */
const ipv6Blocks = blocks([
  ['::1/128', 'loopback'], // RFC 4291
  ['64:ff9b:1::/48', 'private'], // RFC 8215: translators of one site
  ['2001:1::1/128', 'global'], // RFC 7723: port control, anycast
  ['2001:1::2/128', 'global'], // RFC 8155: TURN, anycast
  ['2001:1::3/128', 'global'], // RFC 9665: service registration, anycast
  ['2001:3::/32', 'global'], // RFC 7450: multicast tunnels
  ['2001:4:112::/48', 'global'], // RFC 7535: AS112
  ['2001:20::/28', 'global'], // RFC 7343: ORCHIDv2
  ['2001:30::/28', 'global'], // RFC 9374: remote identification of drones
  ['2001:db8::/32', 'documentation'], // RFC 3849
  ['2001::/23', 'reserved'], // RFC 2928: protocol assignments
  ['3fff::/20', 'documentation'], // RFC 9637
  ['2000::/3', 'global'], // RFC 4291
  ['fc00::/7', 'private'], // RFC 4193
  ['fe80::/10', 'link_local'], // RFC 4291
  ['ff00::/8', 'multicast'], // RFC 4291
  ['::/0', 'reserved'], // RFC 4291: not assigned; with `::`, `100::/64`, `5f00::/16` and what was given up
])

/** What an address is in the internet's own terms. One that stands for an IPv4 address is what that one is. */
export function addressScope(address: Address): AddressScope {
  const plain = embeddedIpv4(address) ?? address
  if (plain.version === 4) return scopeIn(ipv4Blocks, [plain.word])
  return scopeIn(ipv6Blocks, plain.words)
}

function scopeIn(candidates: readonly Block[], words: readonly number[]): AddressScope {
  for (const { words: prefix, masks, scope } of candidates) {
    if (words.every((word, index) => ((word ^ (prefix[index] ?? 0)) & (masks[index] ?? 0)) === 0)) return scope
  }
  return 'global'
}

function blocks(rows: readonly (readonly [cidr: string, scope: AddressScope])[]): readonly Block[] {
  return rows.map(([cidr, scope]) => {
    const [text = '', length] = cidr.split('/')
    const address = parseAddress(text)
    if (!address) throw new Error(`${cidr} is no block of addresses.`)
    const words = address.version === 4 ? [address.word] : address.words
    return { words, masks: words.map((_, index) => maskOf(Number(length) - 32 * index)), scope }
  })
}

/** A word whose first bits are set; a shift by 32 would be one by 0. */
function maskOf(bits: number): number {
  if (bits <= 0) return 0
  return bits >= 32 ? 0xffffffff : (0xffffffff << (32 - bits)) >>> 0
}
