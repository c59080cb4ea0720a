import type { FeedProblem } from './feed-problem.ts'
import type { FeedsReport } from './feeds-report.ts'

/** Feeds whose source could not be reached. A server without a way out has dozens, and one line of the log says it all. */
export interface Unreached {
  add(feed: string, problem: FeedProblem, failures: number): void
  /** For a feed that was reached after all. */
  remove(feed: string): void
  /** Tells of all that were gathered, one line for each message; later, when it told not long ago. */
  tell(): void
}

/** A way out that is lost for a day is told of this often. Chosen by hand, November 2026. */
const TELL_EVERY_MS = 600_000

/** Whether it is likely to be our own line rather than this one source. */
export const isUnreached = ({ code }: FeedProblem): boolean => code === 'connect_failed' || code === 'timed_out'

/** None gathered yet. */
export function createUnreached(report: FeedsReport, now: () => number): Unreached {
  const gathered = new Map<string, { readonly problem: FeedProblem; readonly failures: number }>()
  let toldAt = Number.NEGATIVE_INFINITY

  function tellOf(message: string): void {
    const all = [...gathered].filter(([, { problem }]) => problem.message === message)
    const [first] = all
    if (first === undefined) return
    const [feed, { problem, failures }] = first
    if (all.length === 1) report('warn', `a list was not taken: ${message}`, { feed, code: problem.code, failures })
    else
      report('warn', `${all.length} lists were not taken: ${message}`, {
        code: problem.code,
        feeds: all.map(([id]) => id),
      })
  }

  return {
    add: (feed, problem, failures) => void gathered.set(feed, { problem, failures }),
    remove: (feed) => void gathered.delete(feed),
    tell() {
      if (gathered.size === 0 || now() < toldAt + TELL_EVERY_MS) return
      toldAt = now()
      for (const message of new Set([...gathered.values()].map(({ problem }) => problem.message))) tellOf(message)
      gathered.clear()
    },
  }
}
