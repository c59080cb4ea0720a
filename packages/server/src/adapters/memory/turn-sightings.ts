import type { EpochMs } from '@tracio/contract'
import { SIGHTED_ADDRESSES_MAX, SIGHTING_AGE_MS_MAX, type TurnSightings } from '../../ports/turn-sightings.ts'

/** Sessions remembered at once; they take some 30 MB (November 2026), and 160 new ones a second fill them in ten minutes. */
export const SIGHTED_SESSIONS_MAX = 100_000

interface Sighting {
  readonly at: EpochMs
  readonly addresses: string[]
}

/** Sightings of this process. A map keeps its keys in the order in which they came, so the oldest are the first. */
export function createMemoryTurnSightings(sessionsMax: number = SIGHTED_SESSIONS_MAX): TurnSightings {
  const sightings = new Map<string, Sighting>()

  function forget(now: EpochMs): void {
    for (const [session, { at }] of sightings) {
      if (sightings.size <= sessionsMax && now - at <= SIGHTING_AGE_MS_MAX) return
      sightings.delete(session)
    }
  }

  return {
    async record(session, address, at) {
      const known = sightings.get(session)
      if (!known || at - known.at > SIGHTING_AGE_MS_MAX) {
        sightings.delete(session)
        sightings.set(session, { at, addresses: [address] })
        forget(at)
      } else if (known.addresses.length < SIGHTED_ADDRESSES_MAX && !known.addresses.includes(address)) {
        known.addresses.push(address)
      }
    },
    async addresses(session, at) {
      const known = sightings.get(session)
      return known && at - known.at <= SIGHTING_AGE_MS_MAX ? [...known.addresses] : []
    },
  }
}
