import type { EpochMs } from '@tracio/contract'

/**
 * From where browsers were seen to send UDP, by session. Remembered for ten minutes, as long as a session takes a primary
 * payload; when there is no room the oldest are forgotten. Every adapter passes `turnSightingsContract`.
 */
export interface TurnSightings {
  /** Remembers an address of a session. A known one changes nothing, nor does one beyond `SIGHTED_ADDRESSES_MAX`. */
  record(session: string, address: string, at: EpochMs): Promise<void>
  /** The addresses of a session, the first seen first; none when it was not seen, or longer ago than ten minutes. */
  addresses(session: string, at: EpochMs): Promise<readonly string[]>
}

/** How long an address is remembered, from the first of its session on. */
export const SIGHTING_AGE_MS_MAX = 10 * 60_000

/**
 * Addresses that a session can have. A machine has one of each family for each network it is on, seldom more than two
 * networks; whoever has the credential could send from many. Chosen by hand, November 2026.
 */
export const SIGHTED_ADDRESSES_MAX = 4
