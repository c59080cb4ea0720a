import type { Step, TimeStep } from './step-times.ts'

/**
 * Tells how long each step ran, in milliseconds. A step on the embedded store never leaves the thread between its start
 * and its end, so this is processor time; only an append waits for its group, which is why the group commit reports itself.
 */
export const timeSteps =
  (add: (step: Step, ms: number) => void): TimeStep =>
  (step, work) => {
    const startedAt = performance.now()
    const stop = (): void => add(step, performance.now() - startedAt)
    const result = work()
    if (result instanceof Promise) result.then(stop, stop)
    else stop()
    return result
  }
