import type { IncomingMessage } from 'node:http'
import { canonicalAddress } from './canonical-address.ts'
import type { Trusts } from './trusted-proxies.ts'

/** How a request came here, as far as it can be believed. */
export interface RequestPath {
  /** Where it comes from, written canonically. */
  readonly address: string
  /** How many of the operator's own proxies it passed, the connection's other end among them. */
  readonly ownProxies: number
  /** What X-Forwarded-For said when the first of them got it: a claim of the visitor's side. Empty: nothing. */
  readonly claimed: string
}

/** The parts of a request that say it. */
export interface Routed extends Pick<IncomingMessage, 'headers'> {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>
}

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
 * Walks back from the connection's other end: as long as that is a trusted proxy, to the next address from the right of
 * X-Forwarded-For. What stands left of the first that is none anybody may have written. An entry that is no address ends
 * the walk: the farthest proxy that can be believed is then the answer, never the text. No other header counts.
 */
export function requestPath({ headers, socket }: Routed, trusts: Trusts): RequestPath {
  let address = canonicalAddress(socket.remoteAddress ?? '') ?? NOWHERE
  const forwarded = forwardedFor(headers)
  let end = forwarded.length
  let ownProxies = 0
  while (trusts(address)) {
    ownProxies += 1
    // Of a chain that is longer than any, nobody knows where the visitor's part begins.
    if (ownProxies > HOPS_MAX) return { address, ownProxies, claimed: '' }
    if (end <= 0) break
    const comma = forwarded.lastIndexOf(',', end - 1)
    const entry = addressIn(forwarded.slice(comma + 1, end))
    end = comma
    if (entry === undefined) break
    address = entry
  }
  return { address, ownProxies, claimed: end > 0 ? forwarded.slice(0, end).trim() : '' }
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
