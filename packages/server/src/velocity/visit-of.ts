import type { Visit } from '../ports/counters.ts'
import type { LedgerEntry } from '../ports/ledger.ts'

/** What a stored event is counted by. */
export const visitOf = ({
  event: {
    workspaceId,
    environment,
    at,
    session,
    identification: { visitorId, deviceHash },
    ip,
    linkedId,
    tag,
  },
  address: { country, countryAsked, zoneFits },
}: Pick<LedgerEntry, 'event' | 'address'>): Visit => ({
  workspaceId,
  environment,
  at,
  trusted: session === 'fresh',
  visitorId,
  ip,
  linkedId,
  tag,
  deviceHash,
  country,
  countryAsked,
  zoneFits,
})
