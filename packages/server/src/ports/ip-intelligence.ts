import type { IpFacts } from '@tracio/contract'

/**
 * What lists and databases know of addresses. It answers at once, from memory: every identification asks. Every adapter
 * passes `ipIntelligenceContract`.
 */
export interface IpIntelligence {
  /** Of an address as `canonicalAddress` writes it. What is no address has the scope `reserved`, and nothing is known of it. */
  facts(address: string): IpFacts
}
