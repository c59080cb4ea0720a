import { base64url } from './base64url.ts'
import type { TracioErrorCode } from './errors.ts'
import { type Call, collectEnvelope, type IdentifyDeps, identify } from './identify.ts'
import { resultFrom, type TracioResult } from './result.ts'

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

/** The work of this copy of the agent. */
export const ownWork = (deps: Omit<IdentifyDeps, 'signal'>): Work => ({
  identify: async (call, signal) => resultFrom(await identify({ ...deps, signal }, call)),
  collect: async (call, signal) => ({ payload: base64url(await collectEnvelope({ ...deps, signal }, call), deps.g) }),
  // What is under way ends by its signal.
  consent: () => undefined,
  late: () => 'timeout',
  end: () => undefined,
})
