import type { TracioEvent } from '@tracio/contract'
import type { AddressFacts } from './ports/ledger.ts'

/** What events are searched and counted by of all that was known of an address when they came. */
export const addressFacts = ({ network, location }: Pick<TracioEvent, 'network' | 'location'>): AddressFacts => ({
  asn: network.asn,
  country: location.place?.country ?? null,
  countryAsked: location.gap !== 'no_database' && location.gap !== 'not_looked_up',
  zoneFits: network.timezoneMismatch.fits,
})
