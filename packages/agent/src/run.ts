import { gapNumbers, type SignalName, signalIds } from '@tracio/contract/wire'
import { nextTask, nowMs, within } from './clock.ts'
import { holdFrame } from './frame.ts'
import type { Global } from './global.ts'
import { begin, type Job, jobsOf } from './job.ts'
import type { Outcome } from './read.ts'
import type { Source } from './source.ts'
import { type ViolationWatch, watchViolations } from './violations.ts'

/** The sources to run. What is left out is neither read nor explained. */
export type Sources = { readonly [K in SignalName]?: Source<K> }

/** What a run found, by wire id, as the payload carries it. */
export interface Run {
  readonly values: Readonly<Record<string, unknown>>
  readonly gaps: Readonly<Record<string, number>>
  /** For unstable signals, the values that differed. */
  readonly differing: Readonly<Record<string, readonly unknown[]>>
  /** Milliseconds from the start of a source to its answer. */
  readonly timings: Readonly<Record<string, number>>
}

/** A run in two waves. Nothing of it throws or hangs. */
export interface Running {
  /** What answered in time. */
  readonly primary: Promise<Run>
  /** Starts what the primary wave left out. For when the page has its result. */
  goOn(): Promise<void>
  /** What is known by now of that which the primary wave had no answer for. */
  rest(): Run
  /** Starts nothing more. */
  stop(): void
}

/** How long a source may take when its plan says nothing else. Chosen by hand, November 2026; revisit with the corpus. */
const TIMEOUT_MS = 1000

/**
 * After this long the page gets the thread before the next source starts. Chosen by hand, November 2026: it leaves
 * most of the 50 ms, from which https://www.w3.org/TR/longtasks-1/ calls a task long, to the source that starts last.
 */
const SLICE_MS = 12

/**
 * No source counts for more in the budget. What holds the thread longer is a browser that starts a process or loads fonts in
 * the first call of its day; the sources after it are no slower for that, and to skip them would make it another browser.
 */
const COUNTED_MS_MAX = 50

/** The primary wave leaves this long after the budget; the last part is for answers that a busy thread held up. */
const LEAVE_MS = 200
const GRACE_MS = 50

/**
 * Runs all sources. The budget counts what they hold the thread for, and not what the page or the machine does meanwhile: a
 * busy page would make other browsers of its visitors. When it is used up, or the primary wave is about to leave, only those
 * are still started by which visitors are known, until twice the budget is used up.
 */
export function run(sources: Sources, g: Global, budgetMs: number): Running {
  const startedMs = nowMs(g)
  const leavesMs = startedMs + budgetMs + LEAVE_MS - GRACE_MS
  const watch = watchViolations(g)
  const jobs = jobsOf(sources)
  const told = new Set<Job>()
  let usedMs = 0
  let stopped = false

  const affordable = ({ plan }: Job): boolean =>
    !plan.late && (plan.identity ? usedMs < 2 * budgetMs : usedMs < budgetMs && nowMs(g) < leavesMs)

  const answered = (job: Job): Promise<void> | undefined => job.ended && within(g, timeoutOf(job), job.ended)

  async function start(mayStart: (job: Job) => boolean): Promise<void> {
    const releaseFrame = holdFrame(g)
    let sliceMs = nowMs(g)
    for (const job of jobs) {
      if (stopped || job.beganMs !== undefined || !mayStart(job)) continue
      if (nowMs(g) - sliceMs > (job.plan.heavy ? 0 : SLICE_MS)) {
        await nextTask(g)
        sliceMs = nowMs(g)
        // The page may have taken the rest of the time, or put an end to all of it.
        if (stopped || !mayStart(job)) continue
      }
      usedMs += Math.min(begin(job, g), COUNTED_MS_MAX)
      if (job.plan.alone?.(g)) await answered(job)
    }
    releaseFrame()
  }

  async function first(): Promise<Run> {
    await start(affordable)
    // Time-outs begin when all have started: answers that came in while the thread was held must not look late.
    const all = Promise.all(jobs.map(answered))
    await within(g, leavesMs - nowMs(g), all)
    await within(g, GRACE_MS, all)
    const readings = jobs.flatMap((job) => {
      const { outcome, plan } = job
      if (outcome) told.add(job)
      if (outcome || !plan.late) return [[job, outcome ?? pending(job, budgetMs + LEAVE_MS)] as const]
      return []
    })
    return collected(readings, watch, g)
  }

  return {
    primary: first(),
    goOn: () => start(() => true),
    rest() {
      const readings = jobs.flatMap((job) => {
        if (told.has(job) || job.beganMs === undefined) return []
        const outcome = job.outcome ?? pending(job, nowMs(g) - job.beganMs)
        return 'gap' in outcome && outcome.gap === 'skipped' ? [] : [[job, outcome] as const]
      })
      return collected(readings, watch, g)
    },
    stop() {
      stopped = true
      watch.stop()
    },
  }
}

const timeoutOf = ({ plan }: Job): number => plan.timeoutMs ?? TIMEOUT_MS

/** What to say of a job without an outcome. Another one may come in the late wave. */
const pending = (job: Job, waitedMs: number): Outcome => ({
  gap: job.ended && timeoutOf(job) <= waitedMs ? 'timeout' : 'skipped',
})

function collected(readings: readonly (readonly [Job, Outcome])[], watch: ViolationWatch, g: Global): Run {
  const values: Record<string, unknown> = {}
  const gaps: Record<string, number> = {}
  const differing: Record<string, readonly unknown[]> = {}
  const timings: Record<string, number> = {}
  for (const [{ name, plan, beganMs, tookMs }, outcome] of readings) {
    const id = signalIds[name]
    if (beganMs !== undefined) timings[id] = Math.round((tookMs ?? nowMs(g) - beganMs) * 10) / 10
    if ('value' in outcome) {
      values[id] = outcome.value
      continue
    }
    const blocked = watch.seen && plan.worker && /error|timeout|skipped/.test(outcome.gap)
    gaps[id] = gapNumbers[blocked ? 'blocked' : outcome.gap]
    if (outcome.differing) differing[id] = outcome.differing
  }
  return { values, gaps, differing, timings }
}
