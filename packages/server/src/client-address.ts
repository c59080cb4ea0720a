import type { IncomingMessage } from 'node:http'
import { canonicalAddress } from './canonical-address.ts'
import type { Trusts } from './trusted-proxies.ts'

/**
 * Proxies that one request may have passed. Real chains have two or three; a list is read from its end, so a longer one
 * costs no more than this. Chosen by hand, November 2026.
 */
const HOPS_MAX = 16

/** The unspecified address (RFC 4291): of a client that was gone before it could be asked. */
const NOWHERE = '::'

/** `1.2.3.4:80`, `[::1]` and `[::1]:80`, as some proxies write them. */
const WITH_PORT = /^(?:\[([^\]]*)\]|([^:]*))(?::\d{1,5})?$/

/**
 * Where a request comes from, written canonically: the connection's other end, or, when that is a trusted proxy, the
 * rightmost address of X-Forwarded-For that is none. What stands left of it anybody may have written. An entry that is no
 * address ends the walk: the farthest proxy that can be believed is then the answer, never the text. No other header
 * counts.
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  trusts: Trusts,
): string {
  let address = canonicalAddress(socket.remoteAddress ?? '') ?? NOWHERE
  const forwarded = forwardedFor(headers)
  let end = forwarded.length
  for (let hop = 0; hop < HOPS_MAX && end > 0 && trusts(address); hop++) {
    const comma = forwarded.lastIndexOf(',', end - 1)
    const claimed = addressIn(forwarded.slice(comma + 1, end))
    if (claimed === undefined) return address
    address = claimed
    end = comma
  }
  return address
}

function forwardedFor(headers: IncomingMessage['headers']): string {
  const value = headers['x-forwarded-for'] ?? ''
  // Node joins a header that came several times, in the order in which it came.
  return typeof value === 'string' ? value : value.join(',')
}

function addressIn(entry: string): string | undefined {
  const text = entry.trim()
  const [, bracketed, plain] = WITH_PORT.exec(text) ?? []
  return canonicalAddress(bracketed ?? plain ?? text)
}
