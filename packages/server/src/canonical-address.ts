import { isIP, SocketAddress } from 'node:net'

/** IPv4 in IPv6 as a dual-stack socket reports it (RFC 4291, section 2.5.5.2). */
const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/

/**
 * The one way to write an address: IPv4 dotted, also where it came mapped into IPv6, and IPv6 in lower case and shortened
 * (RFC 5952), without a zone. Undefined for what is no address.
 */
export function canonicalAddress(text: string): string | undefined {
  const family = isIP(text)
  if (family === 4) return text
  if (family === 0) return
  const zoneAt = text.indexOf('%')
  const { address } = new SocketAddress({ address: zoneAt < 0 ? text : text.slice(0, zoneAt), family: 'ipv6' })
  return MAPPED.exec(address)?.[1] ?? address
}
