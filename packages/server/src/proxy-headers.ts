import type { IncomingHttpHeaders } from 'node:http'
import { type Routed, requestPath } from './request-path.ts'
import type { Trusts } from './trusted-proxies.ts'

/** Lists to whose end a proxy adds one entry for itself, or none (RFC 9110 section 7.6.3, RFC 7239). */
const LISTS = ['via', 'forwarded'] as const

/** Headers that forward proxies and filters add, and that no reverse proxy or content network sets by itself. */
const OF_FORWARD_PROXIES = [
  'client-ip',
  'forwarded-for',
  'proxy-connection',
  'x-bluecoat-via',
  'x-forwarded',
  'x-proxy-connection',
  'x-proxy-id',
] as const

/** One address each, which reverse proxies and content networks set as well: nginx, Akamai, Cloudflare, Fastly, Azure. */
const OF_ANY_PROXIES = [
  'cf-connecting-ip',
  'fastly-client-ip',
  'true-client-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-real-ip',
] as const

/** Six IPv6 addresses with ports: nobody's real chain is longer. Chosen by hand, November 2026. */
const VALUE_LENGTH_MAX = 256

/**
 * What proxies on the visitor's side say of themselves, by header. What the operator's own proxies wrote is none of it:
 * of X-Forwarded-For what stood there before the first of them; of other lists as many entries fewer as there are of them,
 * though not each of them adds one; and of what they may have set or replaced, nothing. Addresses in here are personal data
 * like that of the connection.
 */
export function proxyHeaders(request: Routed, trusts: Trusts): Readonly<Record<string, string>> {
  const { headers } = request
  const { ownProxies, claimed } = requestPath(request, trusts)
  const out: Record<string, string> = {}
  const say = (name: string, value: string): void => {
    if (value !== '') out[name] = shortened(value)
  }
  say('x-forwarded-for', claimed)
  for (const name of LISTS) say(name, withoutLast(textOf(headers, name), ownProxies))
  for (const name of OF_FORWARD_PROXIES) say(name, textOf(headers, name))
  if (ownProxies === 0) for (const name of OF_ANY_PROXIES) say(name, textOf(headers, name))
  return out
}

/** Node joins a header that came several times, in the order in which it came. */
function textOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name] ?? ''
  return (typeof value === 'string' ? value : value.join(', ')).trim()
}

/** A list without its last entries. */
function withoutLast(list: string, entries: number): string {
  let end = list.length
  for (let left = entries; left > 0 && end > 0; left--) end = list.lastIndexOf(',', end - 1)
  return list.slice(0, Math.max(0, end)).trim()
}

/** The end of a long value, where the nearest proxies are, from the beginning of an entry on. */
function shortened(value: string): string {
  if (value.length <= VALUE_LENGTH_MAX) return value
  const tail = value.slice(-VALUE_LENGTH_MAX)
  return tail.slice(tail.indexOf(',') + 1).trim()
}
