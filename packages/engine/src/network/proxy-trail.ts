import { ipAddress, isOutside } from './ip-address.ts'

/** A header that a proxy added which is none of the operator's: its name and what of it is foreign. */
export interface ForeignHeader {
  readonly name: 'via' | 'forwarded' | 'x-forwarded-for' | 'proxy-connection'
  readonly value: string
}

/**
 * Finds what proxies before the operator's own have added, in lower-case headers as they reached the server.
 *
 * The operator's proxies append to `X-Forwarded-For`, and the server has taken the visitor's address from there: whatever
 * stands left of it was claimed by the visitor's side, and each entry right of it, with the peer itself, is one proxy of the
 * operator's. As many entries of `Via` may be theirs; `Forwarded` is read like `X-Forwarded-For`. Claims of private addresses
 * alone are a company's own proxy at its edge, and are left out.
 */
export function proxyTrail(headers: Readonly<Record<string, string>>, requestIp: string): readonly ForeignHeader[] {
  const found: ForeignHeader[] = []
  const chain = entriesOf(headers['x-forwarded-for'])
  const at = lastIndexOfIp(chain, requestIp)
  const ownHops = at < 0 ? 0 : chain.length - at
  const claimed = at < 0 ? chain : chain.slice(0, at)
  if (claimed.some(isOutsideText)) found.push({ name: 'x-forwarded-for', value: claimed.join(', ') })
  const forwarded = entriesOf(headers['forwarded']).map(forOf)
  const forwardedAt = lastIndexOfIp(forwarded, requestIp)
  const claimedToo = forwardedAt < 0 ? forwarded : forwarded.slice(0, forwardedAt)
  if (claimedToo.some(isOutsideText)) found.push({ name: 'forwarded', value: claimedToo.join(', ') })
  const via = entriesOf(headers['via'])
  const foreignVia = via.slice(0, Math.max(0, via.length - ownHops))
  if (foreignVia.length > 0) found.push({ name: 'via', value: foreignVia.join(', ') })
  const proxyConnection = headers['proxy-connection']
  if (proxyConnection) found.push({ name: 'proxy-connection', value: proxyConnection })
  return found
}

const entriesOf = (value = ''): readonly string[] =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

/** The `for` of an entry of `Forwarded` (RFC 7239), without quotes, brackets and port; empty: it has none. */
function forOf(entry: string): string {
  const value = /(?:^|;)\s*for="?([^";]*)/i.exec(entry)?.[1] ?? ''
  return /^\[([^\]]*)\]/.exec(value)?.[1] ?? value.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
}

function lastIndexOfIp(entries: readonly string[], requestIp: string): number {
  const wanted = ipAddress(requestIp)?.parts.join()
  return entries.findLastIndex((entry) => wanted !== undefined && ipAddress(entry)?.parts.join() === wanted)
}

function isOutsideText(entry: string): boolean {
  const address = ipAddress(entry)
  return address !== undefined && isOutside(address)
}
