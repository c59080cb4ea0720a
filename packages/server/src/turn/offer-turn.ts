import type { EpochMs, TurnOffer } from '@tracio/contract'
import { readSessionText } from '../session/session-id.ts'
import type { TurnCredentials } from './turn-credentials.ts'
import { turnUrl } from './turn-urls.ts'

/** What a session is issued with. */
export interface OfferedTo {
  /** The session's text, as it was just issued. */
  readonly session: string
  readonly expiresAt: EpochMs
  /** The host by which the browser reached us, without a port. */
  readonly hostname: string
}

/** The offer for a session; undefined where the host is none that a browser could be sent to. */
export type OfferTurn = (to: OfferedTo) => TurnOffer | undefined

/** Where browsers are sent: to these addresses, or to this port of the host they reached us by. */
export type TurnPlace =
  | { readonly urls: readonly string[] }
  | { readonly host: string | undefined; readonly port: number }

/** Makes offers of one session each. */
export const turnOffers =
  (place: TurnPlace, credentials: TurnCredentials): OfferTurn =>
  ({ session, expiresAt, hostname }) => {
    const urls = 'urls' in place ? [...place.urls] : turnUrl(place.host ?? hostname, place.port)
    const id = readSessionText(session)?.id.bytes
    return urls === undefined || id === undefined ? undefined : { urls, ...credentials.issue(id, expiresAt) }
  }
