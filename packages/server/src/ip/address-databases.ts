import type { Networks } from './asn/networks.ts'
import type { GeoStatus } from './geo/geo-status.ts'

/** How the databases stand that addresses are looked up in, beside the lists. */
export interface AddressDatabases {
  readonly networks: Networks['source']
  readonly places: GeoStatus
}
