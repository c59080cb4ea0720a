import { setTimeout as pause } from 'node:timers/promises'
import type { EpochMs } from '@tracio/contract'
import type { Cutoffs, Ledger } from './ports/ledger.ts'

/** How many days each kind is kept; 0: for ever. */
export interface RetentionDays {
  readonly events: number
  readonly readings: number
  readonly observations: number
  readonly visitors: number
}

/** Forgets what is too old, again and again, in small steps. */
export interface Retention {
  /** Ends after the step under way. */
  close(): Promise<void>
}

/** What retention needs of the server. */
export interface RetentionDeps {
  readonly ledger: Pick<Ledger, 'forget'>
  readonly now: () => EpochMs
  readonly report: (error: unknown) => void
}

/** How often it looks, and how long it leaves the store to others between two steps. */
export interface RetentionPace {
  readonly everyMs: number
  readonly betweenStepsMs: number
}

/**
 * Ten minutes late is soon enough for days. Some thousand events a second can be forgotten, which is as many as can come.
 * Chosen by hand, November 2026.
 */
const PACE: RetentionPace = { everyMs: 600_000, betweenStepsMs: 40 }

const DAY_MS = 86_400_000

/** The times before which each kind is forgotten. */
export function cutoffs(days: RetentionDays, now: EpochMs): Cutoffs {
  const before = (kept: number): EpochMs | null => (kept === 0 ? null : ((now - kept * DAY_MS) as EpochMs))
  return {
    events: before(days.events),
    readings: before(days.readings),
    observations: before(days.observations),
    visitors: before(days.visitors),
  }
}

/** Starts forgetting. A step that fails is reported, and the next round tries again. */
export function startRetention(days: RetentionDays, { ledger, now, report }: RetentionDeps, pace = PACE): Retention {
  const stop = new AbortController()
  const { signal } = stop
  const wait = (ms: number): Promise<unknown> => pause(ms, undefined, { signal, ref: false }).catch(() => undefined)

  async function rounds(): Promise<void> {
    while (!signal.aborted) {
      try {
        while (!signal.aborted && (await ledger.forget(cutoffs(days, now())))) await wait(pace.betweenStepsMs)
      } catch (error) {
        report(error)
      }
      await wait(pace.everyMs)
    }
  }

  const running = rounds()
  return {
    close: () => {
      stop.abort()
      return running
    },
  }
}
