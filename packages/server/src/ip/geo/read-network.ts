import type { ConnectionType, NetworkFacts } from '@tracio/contract'
import { fieldAt, isTrueAt, textAt } from './field-at.ts'
import type { MmdbRecord } from './mmdb.ts'

/** What a record says of the network around an address. */
export interface RecordedNetwork {
  /** Null: the record names no AS number. */
  readonly network: Pick<NetworkFacts, 'asn' | 'name'> | null
  readonly isp: string | null
  readonly organization: string | null
  readonly connectionType: ConnectionType | null
}

/** RFC 6793: AS numbers have 32 bits, and neither end is anybody's. */
const ASN_MAX = 2 ** 32 - 2

/** MaxMind's words, as its documentation lists them (November 2026). */
const connectionTypes: Readonly<Record<string, ConnectionType>> = {
  'Cable/DSL': 'cable_dsl',
  Cellular: 'cellular',
  Corporate: 'corporate',
  Satellite: 'satellite',
  Dialup: 'dialup',
}

/** Reads what MaxMind's ASN, ISP, Enterprise and Connection Type, DB-IP's and IPinfo's databases say of a network. */
export function readNetwork(record: MmdbRecord): RecordedNetwork {
  return {
    network: networkOf(record),
    isp: textAt(record, 'isp', 'traits.isp'),
    organization: textAt(record, 'organization', 'traits.organization'),
    connectionType: connectionTypeOf(record),
  }
}

function networkOf(record: MmdbRecord): RecordedNetwork['network'] {
  const number = fieldAt(record, 'autonomous_system_number', 'traits.autonomous_system_number', 'asn')
  const asn = typeof number === 'string' ? Number(number.replace(/^AS/, '')) : number
  if (typeof asn !== 'number' || !Number.isInteger(asn) || asn < 1 || asn > ASN_MAX) return null
  const name = textAt(
    record,
    'autonomous_system_organization',
    'traits.autonomous_system_organization',
    'as_name',
    'name',
  )
  return { asn, name: name ?? `AS${asn}` }
}

function connectionTypeOf(record: MmdbRecord): ConnectionType | null {
  const word = textAt(record, 'connection_type', 'traits.connection_type')
  if (word !== null) return Object.hasOwn(connectionTypes, word) ? (connectionTypes[word] ?? null) : null
  if (isTrueAt(record, 'is_mobile')) return 'cellular'
  return isTrueAt(record, 'is_satellite') ? 'satellite' : null
}
