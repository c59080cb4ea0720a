import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EpochMs } from '@tracio/contract'
import { type CountersPast, DISORDER_MAX_MS } from '../ports/counters.ts'
import type { VisitLog } from '../ports/visit-log.ts'

/** How reading back ended: everything is known; there was no more room; it was told to stop. */
export type ReadBackEnd = 'done' | 'full' | 'stopped'

/**
 * Fills counters with the visits of before `now`, the newest first, so that short windows are known soon. It has to be
 * called before the first visit is counted or stored: from that moment on only what is younger than what was read is
 * known. When it throws, that stays so until the windows have passed.
 */
export async function readBack(
  past: CountersPast,
  log: VisitLog,
  now: EpochMs,
  signal: AbortSignal,
): Promise<ReadBackEnd> {
  let since: number = now
  past.knownSince(since, 'reading_back')
  const earliest = now - past.horizonMs
  try {
    for await (const page of log.readBack(earliest as EpochMs, now)) {
      if (signal.aborted) return 'stopped'
      for (const visit of page) {
        if (past.restore(visit)) continue
        past.knownSince(since, 'capped')
        return 'full'
      }
      since = Math.min(since, Math.max(earliest, DISORDER_MAX_MS + Math.min(...page.map(({ at }) => at))))
      past.knownSince(since, 'reading_back')
      // Between two pages, requests have their turn.
      await nextTurn()
    }
    past.knownSince(earliest, 'not_counted')
    return 'done'
  } catch (error) {
    past.knownSince(since, 'not_counted')
    throw error
  }
}

/** What hears how it went. */
interface ReadBackLog {
  warn(message: string): void
  error(facts: { readonly err: unknown }, message: string): void
}

/** Reads back in the background what `name` tells of; closing stops it and waits. */
export function startReadBack(
  past: CountersPast,
  log: VisitLog,
  now: EpochMs,
  logger: ReadBackLog,
  name = 'velocity counts',
): { readonly close: () => Promise<void> } {
  const stop = new AbortController()
  const running = readBack(past, log, now, stop.signal).then(
    (end) => {
      if (end === 'full') logger.warn(`${name} of before the start do not fit; raise TRACIO_VELOCITY_MEMORY_MB`)
    },
    (error: unknown) => logger.error({ err: error }, `${name} of before the start could not be read`),
  )
  return {
    close: () => {
      stop.abort()
      return running
    },
  }
}
