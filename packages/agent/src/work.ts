import { base64url } from './base64url.ts'
import type { TracioErrorCode } from './errors.ts'
import { type Call, collectEnvelope, type IdentifyDeps, identify } from './identify.ts'
import { resultFrom, type TracioResult } from './result.ts'
import { type Watchers, watchTogether } from './watch.ts'

/** A payload for the page's own backend to hand on. */
export interface Collected {
  /** The sealed envelope, session included, in base64url: `{ "payload": … }` of `POST /api/identify`. */
  readonly payload: string
}

/** What an instance has done for it: by this copy of the agent, or by a script that it loads. */
export interface Work {
  identify(call: Call, signal: AbortSignal | undefined): Promise<TracioResult>
  collect(call: Call, signal: AbortSignal | undefined): Promise<Collected>
  /** The visitor consented, or took it back; nothing may be sent until the next time. */
  consent(given: boolean): void
  /** Time is up: what was it that took so long? */
  late(): TracioErrorCode
  /** Puts everything away. */
  end(): void
}

/** What this copy of the agent works with. */
export interface OwnWorkDeps extends Omit<IdentifyDeps, 'signal'> {
  readonly watchers: Watchers
  /** When the late wave leaves a page that stays, in milliseconds after the answer. */
  readonly lateAfterMs: number
}

/** The work of this copy of the agent. */
export function ownWork(deps: OwnWorkDeps): Work {
  const { g, lateAfterMs } = deps
  const watching = watchTogether(deps.watchers, g)
  const lateWaves = new Set<() => void>()

  const end = (): void => {
    for (const stop of [...lateWaves]) stop()
    watching.stop()
  }

  const rest = (): void => {
    if (lateWaves.size === 0) watching.stop()
  }

  async function identified(call: Call, signal: AbortSignal | undefined): Promise<TracioResult> {
    try {
      const { answer, startLate } = await identify({ ...deps, signal, beforeReading: watching.start }, call)
      const result = resultFrom(answer)
      const over = (): void => {
        lateWaves.delete(stop)
        rest()
      }
      const stop = startLate({ watching, lateAfterMs, over })
      lateWaves.add(stop)
      // Whoever stopped the call wants nothing more sent of it.
      if (signal?.aborted) stop()
      return result
    } catch (error) {
      rest()
      throw error
    }
  }

  return {
    identify: identified,
    collect: async (call, signal) => ({ payload: base64url(await collectEnvelope({ ...deps, signal }, call), g) }),
    // Calls that are under way end by their signal.
    consent: (given) => {
      if (!given) end()
    },
    late: () => 'timeout',
    end,
  }
}
