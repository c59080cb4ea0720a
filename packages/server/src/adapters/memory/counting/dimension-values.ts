import type { VelocityDimension, VelocityGap, VisitorId } from '@tracio/contract'
import type { VelocityQuery } from '../../../ports/counters.ts'

/** Why a visit says nothing of one dimension. `addsNothing`: that there is none is known. */
export interface NoValue {
  readonly gap: VelocityGap
  readonly addsNothing: boolean
}

/** Dimensions stand in arrays while visits are counted. */
export const dimensionNumbers: Readonly<Record<VelocityDimension, number>> = {
  visitorId: 0,
  ip: 1,
  linkedId: 2,
  tag: 3,
  deviceHash: 4,
  country: 5,
}

const NOBODY: NoValue = { gap: 'not_counted', addsNothing: false }
const NOT_TRUSTED: NoValue = { gap: 'session_not_trusted', addsNothing: false }
const NO_LINKED_ID: NoValue = { gap: 'no_linked_id', addsNothing: true }
const NO_TAG: NoValue = { gap: 'no_tag', addsNothing: true }
const NO_DEVICE_HASH: NoValue = { gap: 'no_device_hash', addsNothing: false }
const NO_COUNTRY: NoValue = { gap: 'no_country', addsNothing: false }

/**
 * The value of a dimension. A page that names no account has none, which is known; a device or a country that could not
 * be told is not known, so that neither can be said how many there are.
 */
export function dimensionValue(
  dimension: VelocityDimension,
  { trusted, ip, country, linkedId, tag, deviceHash }: Omit<VelocityQuery, 'candidates'>,
  visitorId: VisitorId | null,
): string | NoValue {
  if (dimension === 'ip') return ip
  if (dimension === 'country') return country ?? NO_COUNTRY
  if (!trusted) return NOT_TRUSTED
  switch (dimension) {
    case 'visitorId':
      return visitorId ?? NOBODY
    case 'linkedId':
      return linkedId ?? NO_LINKED_ID
    case 'tag':
      return tag ?? NO_TAG
    case 'deviceHash':
      return deviceHash ?? NO_DEVICE_HASH
    default:
      return dimension satisfies never
  }
}
