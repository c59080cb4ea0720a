import { spanOf } from './spans.ts'

/**
 * Resolvers of the public, which nobody browses from: a list of attackers, proxies or VPNs that has one of them was made
 * by mistake. Googlebot's addresses cannot serve: the best lists of attackers have some of them (August 2026).
 */
export const knownGood = [
  '8.8.8.8',
  '8.8.4.4',
  '1.1.1.1',
  '1.0.0.1',
  '9.9.9.9',
  '2001:4860:4860::8888',
  '2606:4700:4700::1111',
  '2620:fe::fe',
].map((address) => ({ address, ...spanOf(address) }))
