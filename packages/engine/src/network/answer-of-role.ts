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

/** The answer where no list of the kind names the address: clear, unless the lists cannot say so. */
export function answerOfLists({ gaps }: IpFacts, kind: ListKind): Verdict<never> {
  const gap = gaps[kind]
  return gap === undefined ? clear : cannotTell(gap)
}
