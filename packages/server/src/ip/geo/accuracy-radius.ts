import type { NetworkClass } from '@tracio/contract'
import { radiusTable } from './radius-table.ts'

/** Countries that the table leaves out; all of it together measured 93 km. Chosen by hand, November 2026. */
const RADIUS_KM_ELSEWHERE = 100

/** What is the same for half a continent, or comes from another one. Chosen by hand, November 2026. */
const RADIUS_KM_VAGUE = 1000

/** A network as wide as this has subscribers in every city of its provider. */
const PREFIX_LENGTH_VAGUE = 12

/** How far off a place in this country tends to be, in kilometres, with two chances of three. */
export const accuracyRadiusKm = (country: string): number => radiusTable[country] ?? RADIUS_KM_ELSEWHERE

/** The radius where the network says that nobody knows the place better; undefined: it does not say so. */
export function vagueRadiusKm(prefixLength: number, networkClass: NetworkClass | undefined): number | undefined {
  const isVague = prefixLength <= PREFIX_LENGTH_VAGUE || networkClass === 'cdn' || networkClass === 'mobile'
  return isVague ? RADIUS_KM_VAGUE : undefined
}
