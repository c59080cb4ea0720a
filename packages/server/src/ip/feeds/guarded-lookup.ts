import { type LookupAddress, lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './special-space.ts'

/** The connection was not made, because it would have led into a private network. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

const REFUSED = 'The address is private or reserved. TRACIO_FEEDS_PRIVATE=on allows such addresses.'

/**
 * Resolves names to public addresses only. It is asked when the connection is made, so that a name cannot be public while it
 * is checked and private when it is used.
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: readonly LookupAddress[]) => {
    if (error) return callback(error, [])
    const allowed = found.filter(({ address }) => isPublicAddress(address))
    const [first] = allowed
    if (!first) return callback(new AddressRefused(REFUSED), [])
    return options.all === true ? callback(null, [...allowed]) : callback(null, first.address, first.family)
  })
}

/** Throws an `AddressRefused` for hosts that are private addresses themselves: nobody looks those up. */
export function refusePrivateHost(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new AddressRefused(REFUSED)
}
