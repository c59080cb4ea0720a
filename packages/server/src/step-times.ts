/** The five steps in the life of an event. */
export type Step = 'open' | 'observe' | 'evaluate' | 'append' | 'answer'

/** Runs a step and lets the caller time it. */
export type TimeStep = <T>(step: Step, work: () => T) => T

/** Times nothing. */
export const untimed: TimeStep = (_step, work) => work()

/** Milliseconds by step, and the timer that adds them up. */
export interface StepTimes {
  readonly time: TimeStep
  /** For a step that times itself. */
  readonly add: (step: Step, ms: number) => void
  readonly totals: Record<Step, number>
}

/**
 * Adds up how long each step ran. A step on the embedded store never leaves the thread between its start and its end,
 * so this is processor time; only an append waits for its group, which is why the group commit reports itself.
 */
export function createStepTimes(): StepTimes {
  const totals: Record<Step, number> = { open: 0, observe: 0, evaluate: 0, append: 0, answer: 0 }
  const add: StepTimes['add'] = (step, ms) => {
    totals[step] += ms
  }
  return {
    totals,
    add,
    time: (step, work) => {
      const startedAt = performance.now()
      const stop = (): void => add(step, performance.now() - startedAt)
      const result = work()
      if (result instanceof Promise) result.then(stop, stop)
      else stop()
      return result
    },
  }
}
