import type { TracioEvent } from '@tracio/contract'
import type { Observations } from '@tracio/engine'
import { observedHeaders, type Received } from './observe.ts'
import type { Opened } from './open.ts'
import type { Amendment } from './ports/ledger.ts'

/** Puts together what a late payload writes: the event's next revision, and what came late, as it came. */
export function recordLate(
  event: TracioEvent,
  { turn }: Pick<Observations, 'turn'>,
  opened: Opened,
  received: Received,
): Amendment {
  const { at, ip, userAgent, headers } = received
  return {
    event,
    replacedAt: at,
    late: {
      bodyHash: opened.bodyHash,
      readings: opened.stored,
      observations: JSON.stringify({
        page: { agentVersion: opened.payload.agent },
        request: { at, ip, userAgent, headers: observedHeaders(headers), sealed: opened.sealed },
        turn,
      }),
    },
  }
}
