/** Called again and again by long work, so that it can let others have their turn. */
export type Turns = () => void

/** How work and rest change. */
export interface TurnTimes {
  readonly workMs: number
  readonly restMs: number
  /** So much rest is taken altogether; what is left then goes on without. */
  readonly restMsMax: number
}

/** For work that nobody is hindered by. */
export const withoutTurns: Turns = () => undefined

/**
 * Sleeps for a moment after every moment of work. A low priority is not enough: on two cores Linux left the thread that answers
 * requests waiting behind others for 8 to 16 ms, while a thread of low priority had the second core. A core whose thread
 * sleeps takes over what waits for the other (Linux 6.18, November 2026). Only for threads, since it blocks.
 */
export function takeTurns({ workMs, restMs, restMsMax }: TurnTimes): Turns {
  const never = new Int32Array(new SharedArrayBuffer(4))
  let rested = 0
  let sinceMs = performance.now()
  return () => {
    const nowMs = performance.now()
    if (nowMs - sinceMs < workMs || rested >= restMsMax) return
    Atomics.wait(never, 0, 0, restMs)
    sinceMs = performance.now()
    rested += sinceMs - nowMs
  }
}
