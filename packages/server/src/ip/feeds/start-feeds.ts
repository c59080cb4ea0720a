import type { EpochMs } from '@tracio/contract'
import { type ChosenFeed, chosenFeeds, type FeedSettings } from './chosen-feeds.ts'
import { customFeed, readCustomFeeds } from './custom-feeds.ts'
import type { Feed } from './feed.ts'
import { createFeedFetcher } from './feed-fetcher.ts'
import { feedFreshness } from './feed-freshness.ts'
import { type FeedStatus, feedStatus } from './feed-status.ts'
import { createFeedStore, type HeldFeed } from './feed-store.ts'
import { feedTable } from './feed-table.ts'
import type { FeedsReport } from './feeds-report.ts'
import { type CompilerDeps, createListCompiler, type UsableList } from './list-compiler.ts'
import { type ListGaps, listGaps } from './list-gaps.ts'
import { createOperatorLists, type OperatorListFiles, type OperatorListStatus } from './operator-lists.ts'
import { createRest } from './rest.ts'
import { type UpdateSurroundings, updateDeps } from './update-deps.ts'

/** What feeds need of the server. `Compiled` is what looks addresses up. */
export interface FeedsDeps<Compiled>
  extends Omit<UpdateSurroundings, 'settings' | 'signal'>,
    Pick<CompilerDeps<Compiled>, 'compile' | 'replace'> {
  readonly settings: FeedSettings
  readonly lists: OperatorListFiles
  readonly report: FeedsReport
  /** The table of feeds, unless a test has one of its own. */
  readonly table?: readonly Feed[]
  readonly rounds?: FeedRounds
}

/** How often everything is looked at, how many fetches run at once, and how long a change waits for others. */
export interface FeedRounds {
  readonly everyMs: number
  readonly fetchesMax: number
  readonly gatherMs: number
}

/** Everything that is known of lists while the server runs. */
export interface RunningFeeds {
  statuses(): readonly FeedStatus[]
  listStatuses(): readonly OperatorListStatus[]
  /** When a feed or a list of the operator was last known to be current; undefined: it says nothing. */
  asOf(feed: string): EpochMs | undefined
  /** Which kinds the lists in use cannot clear. Made anew every few seconds. */
  gaps(): ListGaps
  /** Fetches under way are given up. */
  close(): Promise<void>
}

/** A look is a few dozen `stat` calls, and fetches share the line with visitors. Chosen by hand, November 2026. */
const ROUNDS: FeedRounds = { everyMs: 5_000, fetchesMax: 3, gatherMs: 20_000 }

/** Begins to load, fetch, compile and watch in the background. Never throws; what fails is reported, and tried again. */
export function startFeeds<Compiled>(deps: FeedsDeps<Compiled>): RunningFeeds {
  const { settings, now, report, table = feedTable, rounds = ROUNDS } = deps
  const stop = new AbortController()
  const { signal } = stop
  const updating = updateDeps({ ...deps, signal })
  const store = createFeedStore(updating.folder, updating)
  const own = createOperatorLists(deps.lists, deps.inspect)
  const compiler = createListCompiler({ ...deps, now, gatherMs: rounds.gatherMs })
  const rest = createRest()
  const fetcher = createFeedFetcher({
    updating,
    // Others may be waiting for its place. One that is still due would be asked again and again.
    updated: async (id, state, parts) => {
      await store.put(id, state, parts)
      if (!isDue(store.get(id), now())) rest.end()
    },
    report,
    fetchesMax: rounds.fetchesMax,
  })
  let chosen: readonly ChosenFeed[] = chosenFeeds(table, [], settings)
  const wanted = (): readonly Feed[] => chosen.flatMap(({ feed, enabled }) => (enabled ? [feed] : []))
  // What lies here and is not compiled yet is in nobody's way, and clears nobody.
  const statuses = (): readonly FeedStatus[] =>
    chosen
      .map((one) => feedStatus(one, stateInUse(store.get(one.feed.id)), now()))
      .map((one) => (compiler.uses(one.id) ? one : notInUse(one)))
  let gaps = listGaps(statuses())

  async function choose(): Promise<void> {
    chosen = chosenFeeds(table, (await readCustomFeeds(deps.dataDir)).map(customFeed), settings)
  }

  /** Feeds switched off one by one leave nothing behind; switching all of them off is no wish to fetch all again. */
  async function tidyUp(): Promise<void> {
    await choose()
    if (settings.mode !== 'off') await updating.folder.keepOnly(wanted().map(({ id }) => id))
  }

  function fetchDue(): void {
    if (settings.mode === 'on') fetcher.start(wanted().filter(({ id }) => isDue(store.get(id), now())))
  }

  async function compile(): Promise<void> {
    const lists = [...wanted().flatMap((feed) => usable(feed, store.get(feed.id), now())), ...own.loaded()]
    const isNew = await compiler.offer(lists, fetcher.running() > 0)
    if (isNew) report('info', 'lists are in use', { lists: lists.length })
  }

  async function step(name: string, work: () => Promise<void> | void): Promise<void> {
    try {
      if (!signal.aborted) await work()
    } catch (error) {
      report('error', `${name} failed`, { err: error })
    }
  }

  async function run(): Promise<void> {
    await step('tidying up feeds', tidyUp)
    while (!signal.aborted) {
      await step('reading the feeds of your own', choose)
      await step('reading feeds from the disk', () => store.sync(wanted(), fetcher.isBusy))
      await step('reading your own lists', own.refresh)
      await step('fetching feeds', fetchDue)
      await step('compiling lists', compile)
      gaps = listGaps(statuses())
      await rest.begin(rounds.everyMs, signal)
    }
  }

  const ended = run()
  return {
    statuses,
    listStatuses: own.statuses,
    asOf: (id) => asOfFeed(store.get(id)) ?? own.statuses().find((status) => status.id === id)?.asOf ?? undefined,
    gaps: () => gaps,
    close: async () => {
      stop.abort()
      await ended
      await fetcher.ended()
    },
  }
}

/** A state whose versions are all lost or damaged has none. */
const stateInUse = ({ state, loaded }: HeldFeed): HeldFeed['state'] =>
  loaded === undefined ? { ...state, current: null } : state

/** What the disk has lost is due at once, unless fetching it has just failed. */
const isDue = ({ state, loaded }: HeldFeed, now: number): boolean =>
  state.nextAt <= now || (state.failures === 0 && loaded?.sha256 !== state.current?.sha256)

/** A list that is young enough to accuse somebody. */
function usable(feed: Feed, { state, loaded }: HeldFeed, now: number): readonly UsableList[] {
  if (loaded === undefined || feedFreshness(feed, state, now) === 'dropped') return []
  return [{ feed, parts: loaded.parts, version: loaded.sha256 }]
}

const notInUse = (status: FeedStatus): FeedStatus =>
  status.condition === 'fresh' ? { ...status, condition: 'never_fetched' } : status

/** Milliseconds since 1970, as states have them. */
const asOfFeed = ({ state, loaded }: HeldFeed): EpochMs | undefined =>
  loaded === undefined ? undefined : ((state.confirmedAt ?? undefined) as EpochMs | undefined)
