import type { Evaluation } from '@tracio/engine'
import { addressFacts } from './address-facts.ts'
import type { Seen } from './observe.ts'
import type { Opened } from './open.ts'
import type { LedgerEntry } from './ports/ledger.ts'

/** Puts together what an event writes. The readings stay out of the observations: they are kept as they were sent. */
export function record({ event, change }: Evaluation, { observations, tokenHash }: Seen, opened: Opened): LedgerEntry {
  const { readings: _kept, ...beside } = observations
  return {
    event,
    address: addressFacts(observations),
    change,
    readings: opened.stored,
    observations: JSON.stringify(beside),
    sent: { session: opened.session.id.bytes, bodyHash: opened.bodyHash },
    token: tokenHash === null ? null : { hash: tokenHash },
  }
}
