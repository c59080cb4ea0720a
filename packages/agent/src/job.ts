import type { SignalName } from '@tracio/contract/wire'
import { nowMs } from './clock.ts'
import type { Global } from './global.ts'
import { type AnySource, type Outcome, read, readTwice } from './read.ts'
import { type Plan, RANK, sourcePlans } from './source-plans.ts'

/** One source on its way. What is not `readonly` is set once, by `begin` and by the source's answer. */
export interface Job {
  readonly name: SignalName
  readonly plan: Plan
  readonly source: AnySource
  beganMs?: number
  tookMs?: number
  outcome?: Outcome
  /** Resolves when there is an outcome. */
  ended?: Promise<void>
}

/** A job for every source, in the order of starting. */
export const jobsOf = (sources: { readonly [K in SignalName]?: AnySource }): readonly Job[] =>
  Object.entries(sources)
    // The type of the parameter says that its keys are signal names; `entries` cannot.
    .map(([name, source]) => ({ name: name as SignalName, plan: sourcePlans[name as SignalName] ?? {}, source }))
    .sort((a, b) => (a.plan.rank ?? RANK) - (b.plan.rank ?? RANK))

/** Starts a job, and gives the milliseconds for which that held the thread. */
export function begin(job: Job, g: Global): number {
  const beganMs = nowMs(g)
  const end = (outcome: Outcome): void => {
    job.tookMs = nowMs(g) - beganMs
    job.outcome = outcome
  }
  job.beganMs = beganMs
  const outcome = (job.plan.noisy ? readTwice : read)(job.source, g)
  if ('then' in outcome) job.ended = outcome.then(end)
  else end(outcome)
  return nowMs(g) - beganMs
}
