import type { ConnectionType, IpFacts } from '@tracio/contract'

/** Kinds of line behind which many people are nothing special: companies, carriers, ships and aeroplanes. */
const SHARED_LINES: ReadonlySet<ConnectionType> = new Set(['corporate', 'cellular', 'satellite'])

/**
 * Networks whose registered name says that they are an institution's, where a thousand people share an address. Words of
 * names in the database of AS numbers, looked through in November 2026; revisit with the corpus.
 */
const INSTITUTION =
  /universi|college|school|campus|academ|educat|institut|hochschule|research|hospital|clinic|ministr|government|municipal|county|library|bank|airport|airline/i

/**
 * Whether the address is, as far as anybody can say, one line of a household: in an access network, and none of a mobile
 * carrier, of a company or of an institution. A line that a fixed carrier shares out looks the same.
 */
export function isHouseholdLine({ network, connectionType }: IpFacts): boolean {
  if (network?.class !== 'other' || INSTITUTION.test(network.name)) return false
  return connectionType === null || !SHARED_LINES.has(connectionType)
}
