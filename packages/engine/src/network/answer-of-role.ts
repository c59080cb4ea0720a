import type { AddressRole, IpFacts, ListKind } from '@tracio/contract'
import { cannotTell, clear, type Verdict } from '../detector.ts'
import type { AddressStanding } from './address-standing.ts'

/**
 * The answer that the address's role already gives. Undefined: it is one of those roles that the detector asks further.
 * An address that is not of the internet can be neither found nor cleared: behind a proxy that the operator has not told
 * the server of, every visitor has one.
 */
export function answerOfRole({ role }: AddressStanding, ...asked: readonly AddressRole[]): Verdict<never> | undefined {
  if (role === 'not_global') return cannotTell('address_not_global')
  return asked.includes(role) ? undefined : clear
}

/**
 * What a missing database of networks is called in an answer; undefined: there is one, and a network that it does not have
 * is announced by nobody.
 */
export function networksUnknown({ networkGap }: IpFacts): string | undefined {
  return networkGap === 'networks_off' || networkGap === 'networks_missing' ? networkGap : undefined
}

/**
 * The answer where neither a list of the kind nor the table of networks names the address: clear, unless one of the two
 * cannot say so. Half of what is known of VPNs, clouds and sellers of proxies is known by their networks alone.
 */
export function answerOfListsAndNetworks(ip: IpFacts, kind: ListKind): Verdict<never> {
  const [first, ...others] = [ip.gaps[kind], networksUnknown(ip)].filter((gap) => gap !== undefined)
  return first === undefined ? clear : cannotTell(first, ...others)
}

/** The answer where no list of the kind names the address: clear, unless the lists cannot say so. */
export function answerOfLists({ gaps }: IpFacts, kind: ListKind): Verdict<never> {
  const gap = gaps[kind]
  return gap === undefined ? clear : cannotTell(gap)
}
