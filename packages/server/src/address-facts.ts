import { type Observations, zoneFitsCountry } from '@tracio/engine'
import type { AddressFacts } from './ports/ledger.ts'

/** What events are searched and counted by of all that was known of an address. */
export function addressFacts({ ip, readings }: Pick<Observations, 'ip' | 'readings'>): AddressFacts {
  const country = ip?.place?.country ?? null
  const { timezone } = readings
  return {
    asn: ip?.network?.asn ?? null,
    country,
    countryAsked: ip !== undefined && ip.placeGap !== 'no_database',
    zoneFits: country !== null && 'value' in timezone ? zoneFitsCountry(timezone.value, country) : null,
  }
}
