import type { AddressRole, Evidence, IpFacts, ListHit } from '@tracio/contract'
import { hitsOf, hitText, networkText } from './list-hits.ts'

/** What the address counts as, and why where it is more than an address. */
export interface AddressStanding {
  readonly role: AddressRole
  /** Null exactly for `open`. */
  readonly because: Evidence<StandingReason> | null
  /** The operator's own list that blocks the address. */
  readonly blockedBy: ListHit | undefined
}

/** Why little is asked of an address. Codes are API: they are never renamed. */
export const standingReasons = {
  address_not_global: 'The address belongs to no network of the internet, so no list and no database can know it.',
  address_trusted: 'The operator’s own list says that the address is to be trusted.',
  address_of_tor: 'The address is an exit of Tor, which explains whatever else hides the visitor’s place.',
  address_of_relay: 'The address belongs to a relay, which explains whatever else hides the visitor’s place.',
  address_of_gateway: 'The address belongs to the gateway of a company: people at work.',
  address_of_crawler: 'The address belongs to a crawler that publishes its addresses.',
} as const

/** A code of {@link standingReasons}. */
export type StandingReason = keyof typeof standingReasons

/** Lists of the operator's own, the stricter first: it decides among entries that are equally exact. */
const OWN_LISTS = ['block', 'allow', 'office'] as const

/**
 * Decides what the address counts as, the first that applies: the operator's lists, then Tor, relay, gateway, crawler. Lists
 * of VPNs and of clouds contain nearly all relays and many exits of Tor, so these are asked first; the operator's word goes
 * before everybody's, on private addresses as well.
 */
export function addressStanding(ip: IpFacts): AddressStanding {
  const own = ownHit(ip)
  const blockedBy = own?.kind === 'block' ? own : undefined
  return { ...roleOf(ip, own), blockedBy }
}

function roleOf(ip: IpFacts, own: ListHit | undefined): Omit<AddressStanding, 'blockedBy'> {
  if (own && own.kind !== 'block') return because('trusted', 'address_trusted', hitText(own))
  if (ip.scope !== 'global') return because('not_global', 'address_not_global', `a ${ip.scope} address`)
  const { network } = ip
  const named = network === null ? '' : networkText(network)
  const [tor] = hitsOf(ip, 'tor')
  if (tor || network?.class === 'tor') return because('tor', 'address_of_tor', tor ? hitText(tor) : named)
  const [relay] = hitsOf(ip, 'relay')
  if (relay) return because('relay', 'address_of_relay', hitText(relay))
  const [gateway] = hitsOf(ip, 'gateway')
  if (gateway || network?.class === 'gateway') {
    return because('gateway', 'address_of_gateway', gateway ? hitText(gateway) : named)
  }
  const [crawler] = hitsOf(ip, 'crawler')
  if (crawler) return because('crawler', 'address_of_crawler', hitText(crawler))
  return { role: 'open', because: null }
}

const because = (
  role: AddressRole,
  reason: StandingReason,
  observed: string,
): Pick<AddressStanding, 'role' | 'because'> => ({
  role,
  because: { reason, observed, expected: 'an address of which nothing is known' },
})

/** The operator's word: an entry for the address itself goes before one for a range around it. */
function ownHit({ hits }: IpFacts): ListHit | undefined {
  if (hits.length === 0) return
  const own = OWN_LISTS.flatMap((kind) => hits.filter((hit) => hit.kind === kind))
  return own.find(({ exact }) => exact) ?? own[0]
}
