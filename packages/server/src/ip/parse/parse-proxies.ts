import type { ListHit } from '@tracio/contract'
import type { EntryCollector } from './collect-entries.ts'
import { endpointAddress } from './endpoint-address.ts'
import { parseRange } from './parse-range.ts'
import type { ParseText } from './parse-text.ts'
import type { RangeSink } from './range-builder.ts'
import { textLines } from './text-lines.ts'

export type ProxyProtocol = NonNullable<ListHit['protocol']>

/** The longest part of a line looked at: a scheme, a user, a password, an address and a port. */
const LINE_CHARS_MAX = 500

/** What a proxy speaks, by the scheme of its URL; undefined: the scheme is not known. */
export function proxyProtocol(scheme: string): ProxyProtocol | undefined {
  switch (scheme.toLowerCase()) {
    case 'http':
    case 'https':
      return 'http'
    case 'socks4':
    case 'socks4a':
      return 'socks4'
    case 'socks5':
    case 'socks5h':
      return 'socks5'
    default:
      return
  }
}

/** Gives the part of proxies that speak one protocol. */
export function proxyParts(entries: EntryCollector): (protocol: ProxyProtocol | undefined) => RangeSink {
  const parts = new Map<ProxyProtocol | undefined, RangeSink>()
  return (protocol) => {
    const part = parts.get(protocol) ?? entries.part(protocol === undefined ? {} : { protocol })
    parts.set(protocol, part)
    return part
  }
}

/** `proxies`: `[scheme://][user:password@]address[:port]` on each line, other text behind a blank. User and password go nowhere. */
export const parseProxies: ParseText = (text, entries, options) => {
  const partOf = proxyParts(entries)
  textLines(text, (from, to) => {
    if ('#;'.includes(text.charAt(from))) return
    const [line = ''] = text.slice(from, Math.min(to, from + LINE_CHARS_MAX)).split(/\s/, 1)
    const [, scheme, rest = ''] = /^(?:([a-z][a-z\d+.-]{0,20}):\/\/)?(.*)$/i.exec(line) ?? []
    const protocol = scheme === undefined ? options.protocol : proxyProtocol(scheme)
    const host = rest.slice(rest.lastIndexOf('@') + 1).replace(/\/$/, '')
    const address = endpointAddress(host, 0, host.length)
    const isKnown = scheme === undefined || protocol !== undefined
    const isAddress = isKnown && address !== undefined && isOneAddress(host)
    entries.note(isAddress && parseRange(host, address.from, address.to, partOf(protocol)), text, from, to)
  })
}

/** A proxy is at one address: a block or a range would be a misread line. */
function isOneAddress(host: string): boolean {
  return !/[/-]/.test(host)
}
