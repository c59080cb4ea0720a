import { ipAddress, isOutside } from './ip-address.ts'

/** What a header of a proxy says: that there is one, for whom it speaks, or that the client was told of one. */
export interface ProxyClaim {
  readonly header: string
  readonly kind: 'name' | 'address' | 'client'
  readonly value: string
}

/** Headers in which a proxy names itself. */
const NAMES: ReadonlySet<string> = new Set(['via', 'x-bluecoat-via', 'x-proxy-id'])

/** Headers that only clients of a proxy send, and proxies take out. */
const CLIENTS: ReadonlySet<string> = new Set(['proxy-connection', 'x-proxy-connection'])

/**
 * Reads what proxies of the visitor's side say, the operator's own left out before. All other headers name whom the proxy
 * speaks for. Such an address counts when it is another than the visitor's and others could see it: a company's own proxy at
 * its edge names private ones, and a content network repeats the visitor's.
 */
export function proxyClaims(headers: Readonly<Record<string, string>>, requestIp: string): readonly ProxyClaim[] {
  return Object.entries(headers).flatMap(([header, value]): ProxyClaim[] => {
    if (value.trim() === '') return []
    if (NAMES.has(header)) return [{ header, kind: 'name', value }]
    if (CLIENTS.has(header)) return [{ header, kind: 'client', value }]
    const others = addressesIn(value).filter((address) => isOther(address, requestIp))
    return others.length === 0 ? [] : [{ header, kind: 'address', value: others.join(', ') }]
  })
}

/** Addresses of a list, as in X-Forwarded-For, or behind `for=`, as in Forwarded (RFC 7239), without brackets and ports. */
const addressesIn = (value: string): readonly string[] =>
  value.split(',').map((entry) => {
    const text = /(?:^|;)\s*for="?([^";]*)/i.exec(entry)?.[1] ?? entry.trim()
    return /^\[([^\]]*)\]/.exec(text)?.[1] ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  })

function isOther(text: string, requestIp: string): boolean {
  const address = ipAddress(text)
  return address !== undefined && isOutside(address) && address.parts.join() !== ipAddress(requestIp)?.parts.join()
}
