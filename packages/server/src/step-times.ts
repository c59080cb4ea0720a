import { timeSteps } from './time-steps.ts'

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

/** Adds up how long each step ran. */
export function createStepTimes(): StepTimes {
  const totals: Record<Step, number> = { open: 0, observe: 0, evaluate: 0, append: 0, answer: 0 }
  const add: StepTimes['add'] = (step, ms) => {
    totals[step] += ms
  }
  return { totals, add, time: timeSteps(add) }
}
