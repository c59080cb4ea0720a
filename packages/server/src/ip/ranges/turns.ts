/** Called again and again by long work, so that it can let others have their turn. */
export type Turns = () => void

/** How work and rest change. */
export interface TurnTimes {
  readonly workMs: number
  readonly restMs: number
  /** So much rest is taken altogether; what is left then goes on without. */
  readonly restMsMax: number
}

/** A clock that one can sleep by. */
export interface Sleeper {
  nowMs(): number
  sleep(ms: number): void
}

/** For work that nobody is hindered by. */
export const withoutTurns: Turns = () => undefined

/**
 * Sleeps for a moment after every moment of work. A low priority is not enough: on two cores Linux left the thread that answers
 * requests waiting behind others for 8 to 16 ms, while a thread of low priority had the second core. A core whose thread
 * sleeps takes over what waits for the other (Linux 6.18, November 2026). Only for threads, since it blocks.
 */
export function takeTurns({ workMs, restMs, restMsMax }: TurnTimes, sleeper: Sleeper = thisThread()): Turns {
  let restedMs = 0
  let sinceMs = sleeper.nowMs()
  return () => {
    const nowMs = sleeper.nowMs()
    if (nowMs - sinceMs < workMs || restedMs >= restMsMax) return
    sleeper.sleep(restMs)
    sinceMs = sleeper.nowMs()
    restedMs += sinceMs - nowMs
  }
}

function thisThread(): Sleeper {
  const never = new Int32Array(new SharedArrayBuffer(4))
  return { nowMs: () => performance.now(), sleep: (ms) => void Atomics.wait(never, 0, 0, ms) }
}
