import type { VelocityDimension, VelocityGap, VisitorId } from '@tracio/contract'
import type { VelocityQuery } from '../../../ports/counters.ts'

/** What a visit says of one dimension: a text, or none and why. `addsNothing`: that there is none is known. */
export type DimensionValue =
  | { readonly text: string }
  | { readonly text: null; readonly gap: VelocityGap; readonly addsNothing: boolean }

const NOBODY: DimensionValue = { text: null, gap: 'not_counted', addsNothing: false }
const NOT_TRUSTED: DimensionValue = { text: null, gap: 'session_not_trusted', addsNothing: false }
const NO_LINKED_ID: DimensionValue = { text: null, gap: 'no_linked_id', addsNothing: true }
const NO_TAG: DimensionValue = { text: null, gap: 'no_tag', addsNothing: true }
const NO_DEVICE_HASH: DimensionValue = { text: null, gap: 'no_device_hash', addsNothing: false }
const NO_COUNTRY: DimensionValue = { text: null, gap: 'no_country', addsNothing: false }

/**
 * The value of a dimension. A page that names no account has none, which is known; a device or a country that could not
 * be told is not known, so that neither can be said how many there are.
 */
export function dimensionValue(
  dimension: VelocityDimension,
  { trusted, ip, country, linkedId, tag, deviceHash }: Omit<VelocityQuery, 'candidates'>,
  visitorId: VisitorId | null,
): DimensionValue {
  if (dimension === 'ip') return { text: ip }
  if (dimension === 'country') return orElse(country, NO_COUNTRY)
  if (!trusted) return NOT_TRUSTED
  switch (dimension) {
    case 'visitorId':
      return orElse(visitorId, NOBODY)
    case 'linkedId':
      return orElse(linkedId, NO_LINKED_ID)
    case 'tag':
      return orElse(tag, NO_TAG)
    case 'deviceHash':
      return orElse(deviceHash, NO_DEVICE_HASH)
    default:
      return dimension satisfies never
  }
}

const orElse = (text: string | null, none: DimensionValue): DimensionValue => (text === null ? none : { text })
