import { type Spans, spanOf, spansOf, touches } from './spans.ts'

/**
 * Space that no public list can speak of: IANA's registries of special addresses (RFC 6890 and its updates; November 2026)
 * and, of IPv6, all that is not global unicast (RFC 4291). 6to4 (2002::/16) stands for IPv4 addresses and belongs to nobody.
 */
export const specialSpace: Spans = spansOf([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/3',
  '2001:2::/48',
  '2001:10::/28',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '4000::/2',
  '8000::/1',
])

/** Translated IPv4 (RFC 6052): where the network has IPv6 only, public IPv4 servers are reached under this. */
const TRANSLATED = spanOf('64:ff9b::/96').span

/** Whether an address, as the resolver gives it, can be somebody's public server. */
export function isPublicAddress(text: string): boolean {
  const { version, span } = spanOf(text.split('%')[0] ?? text)
  if (version === 6 && span.first >= TRANSLATED.first && span.first <= TRANSLATED.last) {
    const embedded = { first: span.first & 0xffffffffn, last: span.first & 0xffffffffn }
    return !touches(specialSpace.v4, embedded)
  }
  return !touches(version === 4 ? specialSpace.v4 : specialSpace.v6, span)
}
