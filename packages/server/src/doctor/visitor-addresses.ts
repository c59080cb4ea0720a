import type { AddressScope } from '@tracio/contract'
import { addressScope } from '../ip/address-scope.ts'
import { parseAddress } from '../ip/parse-address.ts'
import { type DatabaseCheck, type Diagnosis, ok, warning } from './check.ts'

/** Newest events that are looked at, and how many it takes to say something. Chosen by hand, November 2026. */
const EVENTS_READ = 200
const EVENTS_MIN = 20

/** From here come machines of the operator's own: a proxy before the server, or people in the house. */
const OWN: ReadonlySet<AddressScope> = new Set(['loopback', 'private', 'link_local', 'shared'])

/** Whether visitors have addresses of the internet: behind a proxy that the server does not know of, all have the proxy's. */
export const visitorAddresses: DatabaseCheck = {
  id: 'visitor_addresses',
  examine: ({ config }, db) => {
    const rows = db.prepare(`SELECT ip FROM events ORDER BY number DESC LIMIT ${EVENTS_READ}`).all()
    return judgeAddresses(
      rows.map(({ ip }) => String(ip)),
      config.trustProxy,
    )
  },
}

/** Judges the addresses of the newest events. */
export function judgeAddresses(addresses: readonly string[], trustProxy: readonly string[]): Diagnosis {
  if (addresses.length < EVENTS_MIN) return ok('Too few events to judge addresses by.')
  if (!addresses.every(isOwn)) return ok('Visitors have addresses of the internet.')
  return trustProxy.length === 0
    ? warning(
        `The newest ${addresses.length} events all came from private addresses, and nothing about their networks is known.`,
        'If a proxy stands before the server, name it in TRACIO_TRUST_PROXY; docs/operation.md says how.',
      )
    : warning(
        `The newest ${addresses.length} events all came from private addresses, though TRACIO_TRUST_PROXY names proxies.`,
        'Let each proxy set X-Forwarded-For, and name all that stand in a row.',
      )
}

function isOwn(text: string): boolean {
  const address = parseAddress(text)
  return address !== undefined && OWN.has(addressScope(address))
}
