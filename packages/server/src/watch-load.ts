import { monitorEventLoopDelay } from 'node:perf_hooks'
import { ApiError } from './api-error.ts'
import type { Metrics, Overload } from './metrics/metrics.ts'

/** What is known of the load. */
export interface Load {
  /** Undefined: new work may come. */
  overload(): Overload | undefined
  /** Throws an `ApiError` when no new work may come. */
  admit(): void
  /** Does a piece of work, which counts while it is under way. Throws an `ApiError` when no new work may come. */
  carry<T>(work: () => Promise<T>): Promise<T>
  close(): void
}

/** What watching needs. */
export interface LoadWatch {
  /** Identifications at once. */
  readonly maxPending: number
  readonly metrics: Pick<Metrics, 'overloaded'>
  /** Gets a sentence when an overload begins and when it ends. */
  readonly report: (message: string) => void
  /** Mean delay of the event loop since the last call, in milliseconds. */
  readonly delayMs?: () => number
  readonly everyMs?: number
}

/** A second is long enough for a mean and short enough to react. */
const EVERY_MS = 1000

/**
 * Whoever waits in line waits for the loop several times, so that an answer takes seconds from this delay on, and the
 * agent's pages give up. At the highest load that is still carried it is some 50 ms. Chosen by hand, November 2026.
 */
const DELAY_MS_MAX = 500

/** One long pause is a garbage collection or a sleeping machine; an overload lasts. */
const SAMPLES = 2

/** By then the second that was too busy is over. */
const RETRY_AFTER_S = 1

/**
 * Watches how much work is under way and how late the event loop runs. Work that was admitted is finished; what comes
 * beyond is turned away at once, before its body is read, because a refusal in time is worth more than an answer too late.
 */
export function watchLoad({ maxPending, metrics, report, delayMs = loopDelay(), everyMs }: LoadWatch): Load {
  let pending = 0
  let late = 0
  let told = false

  function overload(): Overload | undefined {
    if (late >= SAMPLES) return 'delay'
    return pending >= maxPending ? 'pending' : undefined
  }

  function admit(): void {
    const by = overload()
    if (by === undefined) return
    metrics.overloaded(by)
    if (!told) report('Overloaded: new work is turned away.')
    told = true
    throw new ApiError('unavailable', 'The server is busy. Try again.', { retryAfterS: RETRY_AFTER_S })
  }

  const timer = setInterval(() => {
    late = delayMs() > DELAY_MS_MAX ? late + 1 : 0
    if (told && overload() === undefined) {
      told = false
      report('No longer overloaded.')
    }
  }, everyMs ?? EVERY_MS)
  timer.unref()

  return {
    overload,
    admit,
    async carry(work) {
      admit()
      pending += 1
      try {
        return await work()
      } finally {
        pending -= 1
      }
    },
    close: () => clearInterval(timer),
  }
}

/** Reads how late timers fire: their delay beyond the step at which they are set. */
function loopDelay(): () => number {
  const resolution = 20
  const histogram = monitorEventLoopDelay({ resolution })
  histogram.enable()
  return () => {
    const mean = histogram.mean / 1e6 - resolution
    histogram.reset()
    // Without two firings since the last call there is no delay to be read: the loop made hardly a turn in all that time.
    return Number.isNaN(mean) ? Number.POSITIVE_INFINITY : mean
  }
}
