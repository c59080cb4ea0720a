import { gapNumbers, type SignalName, signalIds } from '@tracio/contract/wire'
import { nextTask, nowMs, within } from './clock.ts'
import { holdFrame } from './frame.ts'
import type { Global } from './global.ts'
import { type AnySource, type Outcome, read, readTwice } from './read.ts'
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

/** How long a source may take, and which need another time. Chosen by hand, November 2026; revisit with the corpus. */
const TIMEOUT_MS = 1000
const timeoutsMs: { readonly [K in SignalName]?: number } = {
  // Rendering takes milliseconds, unless iOS suspends it until a touch, which may never come.
  audio: 500,
}

/** Sources whose values some browsers and extensions spoil with noise. */
const noisy: { readonly [K in SignalName]?: true } = { audio: true, canvas: true, webglImage: true }

/**
 * After this long the page gets the thread before the next source starts. Chosen by hand, November 2026: it leaves most
 * of the 50 ms, from which https://www.w3.org/TR/longtasks-1/ calls a task long, to the source that starts last.
 */
const SLICE_MS = 12

interface Ended {
  readonly name: SignalName
  readonly beganMs: number
  readonly tookMs: number
  readonly outcome: Outcome
}

interface Job {
  readonly name: SignalName
  readonly ended: Promise<Ended>
  /** What to say when it has not ended in time. */
  readonly late: () => Ended
}

/** Runs all sources and waits for each as long as it may take. Never throws and never hangs. */
export async function run(sources: Sources, g: Global): Promise<Run> {
  const watch = watchViolations(g)
  const jobs: Job[] = []
  const releaseFrame = holdFrame(g)
  let sliceMs = nowMs(g)
  for (const [name, source] of Object.entries(sources)) {
    if (nowMs(g) - sliceMs > SLICE_MS) {
      await nextTask(g)
      sliceMs = nowMs(g)
    }
    // The registry's type says that its keys are signal names; `entries` cannot.
    jobs.push(start(name as SignalName, source, g))
  }
  releaseFrame()
  // Time-outs begin when all have started: a first WebGL context can hold the thread for a second, and answers that
  // came in meanwhile must not look late.
  const ended = jobs.map(({ name, ended, late }) => within(g, timeoutsMs[name] ?? TIMEOUT_MS, ended, late))
  const all = await Promise.all(ended)
  watch.stop()
  return collected(all, watch)
}

function start(name: SignalName, source: AnySource, g: Global): Job {
  const beganMs = nowMs(g)
  const end = (outcome: Outcome): Ended => ({ name, beganMs, tookMs: nowMs(g) - beganMs, outcome })
  const outcome = (noisy[name] ? readTwice : read)(source, g)
  const ended = 'then' in outcome ? outcome.then(end) : Promise.resolve(end(outcome))
  return { name, ended, late: () => end({ gap: 'timeout' }) }
}

function collected(all: readonly Ended[], watch: ViolationWatch): Run {
  const values: Record<string, unknown> = {}
  const gaps: Record<string, number> = {}
  const differing: Record<string, readonly unknown[]> = {}
  const timings: Record<string, number> = {}
  for (const { name, beganMs, tookMs, outcome } of all) {
    const id = signalIds[name]
    timings[id] = Math.round(tookMs * 10) / 10
    if ('value' in outcome) {
      values[id] = outcome.value
      continue
    }
    const failed = outcome.gap === 'error' || outcome.gap === 'timeout'
    gaps[id] = gapNumbers[failed && watch.seenSince(beganMs) ? 'blocked' : outcome.gap]
    if (outcome.differing) differing[id] = outcome.differing
  }
  return { values, gaps, differing, timings }
}
