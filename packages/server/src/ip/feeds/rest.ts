import { setTimeout as pause } from 'node:timers/promises'

/** A pause that can be cut short. */
export interface Rest {
  /** Resolves after the time, at the signal, or when somebody ends it; at once if somebody did since the last one. */
  begin(ms: number, signal: AbortSignal): Promise<void>
  end(): void
}

/** A rest that does not keep the process alive. */
export function createRest(): Rest {
  let ended = new AbortController()
  return {
    begin: async (ms, signal) => {
      await pause(ms, undefined, { signal: AbortSignal.any([signal, ended.signal]), ref: false }).catch(() => undefined)
      ended = new AbortController()
    },
    end: () => ended.abort(),
  }
}
