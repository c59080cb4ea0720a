import type { ListPart } from '../list-parts.ts'
import type { Feed } from './feed.ts'
import type { FeedState } from './feed-state.ts'
import type { FeedsReport } from './feeds-report.ts'
import { createUnreached, isUnreached } from './unreached.ts'
import { type UpdateDeps, updateFeed } from './update-feed.ts'

/** What fetching in the background needs. */
export interface FetcherDeps {
  readonly updating: UpdateDeps
  /** Takes what came of an update; `parts` when there is a new version. */
  readonly updated: (id: string, state: FeedState, parts?: readonly ListPart[]) => Promise<void>
  readonly report: FeedsReport
  /** How many fetches run at once. */
  readonly fetchesMax: number
}

/** Updates feeds beside everything else: a few at once, and of one host one after the other. */
export interface FeedFetcher {
  /**
   * Starts with those that there is room for; the others are for the next call. Where nothing runs, tells which sources
   * could not be reached.
   */
  start(due: readonly Feed[]): void
  isBusy(id: string): boolean
  running(): number
  /** Resolves when nothing runs any more. */
  ended(): Promise<void>
}

export function createFeedFetcher({ updating, updated, report, fetchesMax }: FetcherDeps): FeedFetcher {
  const running = new Map<string, { readonly host: string; readonly ended: Promise<void> }>()
  /** Feeds whose folder failed: what cannot be written down would otherwise be tried again at once. */
  const pausedUntil = new Map<string, number>()
  const unreached = createUnreached(report, updating.now)

  async function update(feed: Feed): Promise<void> {
    try {
      const outcome = await updateFeed(feed, updating)
      if (outcome.result === 'busy') return
      await updated(feed.id, outcome.state, outcome.result === 'accepted' ? outcome.parts : undefined)
      tell(feed.id, outcome)
    } catch (error) {
      pausedUntil.set(feed.id, updating.now() + feed.minIntervalMs)
      report('error', 'a feed could not be updated', { feed: feed.id, err: error })
    } finally {
      running.delete(feed.id)
    }
  }

  function tell(feed: string, outcome: Awaited<ReturnType<typeof updateFeed>>): void {
    if (outcome.result === 'failed' && isUnreached(outcome.problem)) {
      unreached.add(feed, outcome.problem, outcome.state.failures)
      return
    }
    unreached.remove(feed)
    switch (outcome.result) {
      case 'accepted': {
        const { entries, rejected, dropped } = outcome.state.current ?? {}
        report('info', 'a list was accepted', { feed, entries, rejected, dropped })
        return
      }
      case 'held':
      case 'failed': {
        const { code, message } = outcome.problem
        const cause = outcome.error === undefined ? {} : { err: outcome.error }
        report('warn', `a list was not taken: ${message}`, { feed, code, failures: outcome.state.failures, ...cause })
        return
      }
      case 'unchanged':
      case 'too_soon':
      case 'busy':
        return
    }
  }

  return {
    start: (due) => {
      for (const feed of due) {
        const { host } = new URL(feed.urls[0])
        const isHostBusy = [...running.values()].some((other) => other.host === host)
        const isPaused = updating.now() < (pausedUntil.get(feed.id) ?? 0)
        if (running.size >= fetchesMax || isHostBusy || isPaused || running.has(feed.id)) continue
        running.set(feed.id, { host, ended: update(feed) })
      }
      if (running.size === 0) unreached.tell()
    },
    isBusy: (id) => running.has(id),
    running: () => running.size,
    ended: async () => {
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}
