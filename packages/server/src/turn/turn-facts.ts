import type { EpochMs } from '@tracio/contract'
import type { Observations } from '@tracio/engine'
import type { TurnSightings } from '../ports/turn-sightings.ts'
import type { Session } from '../session/sessions.ts'

/** What an observer saw of a session by now, as the engine wants it; nothing, where none runs or it saw nobody. */
export async function turnFacts(
  sightings: TurnSightings | undefined,
  { id }: Session,
  at: EpochMs,
): Promise<Pick<Observations, 'turn'>> {
  const addresses = (await sightings?.addresses(id.bytes.toString('base64url'), at)) ?? []
  return addresses.length === 0 ? {} : { turn: { addresses } }
}
