import type { AddressRanges, ListPart } from '../list-parts.ts'
import type { Feed } from './feed.ts'
import { type FeedFolder, sha256Of } from './feed-folder.ts'
import { feedFreshness } from './feed-freshness.ts'
import type { FeedProblem } from './feed-problem.ts'
import type { FeedState } from './feed-state.ts'
import type { Fetched, FetchOrder } from './fetch-list.ts'
import { heldVersion, isSettled } from './held-version.ts'
import type { ListFigures } from './inspect-list.ts'
import { inspectJob, type LoadDeps, loadVersion } from './load-version.ts'
import { nextAttempt } from './next-attempt.ts'

/** What an update needs. */
export interface UpdateDeps extends LoadDeps {
  readonly folder: FeedFolder
  readonly fetch: (
    order: Pick<FetchOrder, 'url' | 'etag' | 'lastModified' | 'linkOnPage' | 'bytesMax'>,
  ) => Promise<Fetched>
  readonly now: () => number
  /** 0 to 1. */
  readonly random: () => number
}

/** What came of it, and what is known of the feed from now on. */
export type UpdateOutcome =
  | { readonly result: 'accepted'; readonly state: FeedState; readonly parts: readonly ListPart[] }
  | { readonly result: 'unchanged'; readonly state: FeedState }
  /** It changed too much and waits, or it failed: the last good version stays. */
  | {
      readonly result: 'held' | 'failed'
      readonly state: FeedState
      readonly problem: FeedProblem
      /** What was thrown, where the fault is ours or the disk's. */
      readonly error?: unknown
    }
  /** Asked so shortly before that the source would mind. */
  | { readonly result: 'too_soon'; readonly state: FeedState }
  /** Another process is at it. */
  | { readonly result: 'busy' }

/** A version as it came; `url` is null where it lay on the disk. */
interface Candidate {
  readonly bytes: Uint8Array
  readonly url: string | null
  readonly etag: string | null
  readonly lastModified: string | null
}

/**
 * Fetches a feed if it changed, lets it through its gates and keeps it. `confirmed`: the operator takes a version that
 * changed too much; one that is held is then taken without asking the source again. Rejects only when the folder cannot be
 * locked or read; what fails later is an outcome, so that a source is not asked again at once.
 */
export async function updateFeed(feed: Feed, deps: UpdateDeps, confirmed = false): Promise<UpdateOutcome> {
  const { folder, now } = deps
  const release = await folder.lock(feed.id, now())
  if (!release) return { result: 'busy' }
  try {
    return await updateLocked(feed, deps, await folder.readState(feed.id), confirmed)
  } finally {
    await release()
  }
}

async function updateLocked(feed: Feed, deps: UpdateDeps, state: FeedState, confirmed: boolean): Promise<Outcome> {
  const { folder, now } = deps
  try {
    const held = confirmed && state.held ? await folder.readVersion(feed.id, state.held.sha256) : undefined
    const outcome = held
      ? await judge(feed, deps, state, { bytes: held, url: null, etag: null, lastModified: null }, true)
      : isTooSoon(feed, state, now())
        ? ({ result: 'too_soon', state } as const)
        : await ask(feed, deps, { ...state, triedAt: now() }, confirmed)
    if (outcome.result !== 'too_soon') await folder.writeState(feed.id, outcome.state)
    return outcome
  } catch (error) {
    return { ...failed(feed, deps, state, problemOf(error), null), error }
  }
}

/** Errors of the system have a code; all others are ours. */
function problemOf(error: unknown): FeedProblem {
  return error instanceof Error && 'code' in error && 'syscall' in error
    ? { code: 'disk_failed', message: `The data folder cannot be written or read (${String(error.code)}).` }
    : { code: 'internal', message: 'The list could not be worked on, by our fault.' }
}

type Outcome = Exclude<UpdateOutcome, { readonly result: 'busy' }>

const isTooSoon = ({ minIntervalMs }: Feed, { answeredAt }: FeedState, now: number): boolean =>
  answeredAt !== null && now - answeredAt < minIntervalMs

/** Asks the source, and where it fails its mirrors. */
async function ask(feed: Feed, deps: UpdateDeps, before: FeedState, confirmed: boolean): Promise<Outcome> {
  const { folder, now } = deps
  const isWhole = before.current && (await folder.readVersion(feed.id, before.current.sha256)) !== undefined
  let state = before
  let outcome: Outcome | undefined
  for (const url of feed.urls) {
    const isKnown = isWhole === true && before.url === url
    const { etag, lastModified } = isKnown ? before : { etag: null, lastModified: null }
    const order = { url, etag, lastModified, linkOnPage: feed.linkOnPage ?? null, bytesMax: feed.bytesMax }
    const fetched = await deps.fetch(order)
    if (fetched === 'unchanged' || !('problem' in fetched) || fetched.problem.code === 'http_status') {
      state = { ...state, answeredAt: now() }
    }
    if (fetched === 'unchanged') return confirmedAsIs(feed, deps, state)
    outcome =
      'problem' in fetched
        ? failed(feed, deps, state, fetched.problem, fetched.retryAfterMs)
        : await judge(feed, deps, state, { ...fetched, url }, confirmed)
    if (outcome.result !== 'failed') return outcome
  }
  if (!outcome) throw new Error(`The feed ${feed.id} has no address.`)
  return outcome
}

async function judge(
  feed: Feed,
  deps: UpdateDeps,
  state: FeedState,
  { bytes, ...source }: Candidate,
  confirmed: boolean,
): Promise<Outcome> {
  const now = deps.now()
  if (state.current?.sha256 === sha256Of(bytes)) return confirmedAsIs(feed, deps, { ...state, ...source })
  const previous = confirmed ? null : await stillCounting(feed, deps, state)
  const job = inspectJob(feed, bytes, previous, deps.specialSpaceAllowed)
  const inspection = await deps.inspect(job)
  if ('parts' in inspection) return accepted(feed, deps, state, { bytes, ...source }, inspection)
  const { problem, figures } = inspection
  if (problem.code !== 'changed_too_much' || figures === null) return failed(feed, deps, state, problem, null)

  const sha256 = sha256Of(bytes)
  const held = heldVersion(state.held, { sha256, entries: figures.entries }, feed.gates.changeMax ?? 0, now)
  if (isSettled(held, now)) {
    const again = await deps.inspect({ ...job, previous: null })
    if ('parts' in again) return accepted(feed, deps, state, { bytes, ...source }, again)
  }
  await deps.folder.writeVersion(feed.id, bytes)
  const nextAt = nextAttempt(feed, { became: 'held' }, now, deps.random())
  return { result: 'held', problem, state: { ...state, held, nextAt, failures: 0, problem: { at: now, ...problem } } }
}

/** What the last version covers, while it still counts: what is too old to be used is no measure either. */
async function stillCounting(feed: Feed, deps: UpdateDeps, state: FeedState): Promise<readonly AddressRanges[] | null> {
  const freshness = feedFreshness(feed, state, deps.now())
  if (feed.gates.changeMax === null || freshness === 'never_fetched' || freshness === 'dropped') return null
  const version = await loadVersion(feed, state, deps)
  return version?.parts.map(({ ranges }) => ranges) ?? null
}

async function accepted(
  feed: Feed,
  deps: UpdateDeps,
  state: FeedState,
  { bytes, ...source }: Candidate,
  { parts, figures }: { readonly parts: readonly ListPart[]; readonly figures: ListFigures },
): Promise<Outcome> {
  const sha256 = await deps.folder.writeVersion(feed.id, bytes)
  const now = deps.now()
  const current = { sha256, acceptedAt: now, ...figures, rejectedExamples: [...figures.rejectedExamples] }
  return {
    result: 'accepted',
    parts,
    state: { ...upToDate(feed, deps, state), ...source, current, previous: state.current },
  }
}

const confirmedAsIs = (feed: Feed, deps: UpdateDeps, state: FeedState): Outcome => ({
  result: 'unchanged',
  state: upToDate(feed, deps, state),
})

function upToDate(feed: Feed, deps: UpdateDeps, state: FeedState): FeedState {
  const now = deps.now()
  const nextAt = nextAttempt(feed, { became: 'current' }, now, deps.random())
  return { ...state, confirmedAt: now, held: null, failures: 0, problem: null, nextAt }
}

function failed(
  feed: Feed,
  deps: UpdateDeps,
  state: FeedState,
  problem: FeedProblem,
  retryAfterMs: number | null,
): Extract<UpdateOutcome, { readonly problem: FeedProblem }> {
  const now = deps.now()
  const failures = state.failures + 1
  const nextAt = nextAttempt(feed, { became: 'failure', failures, retryAfterMs }, now, deps.random())
  return { result: 'failed', problem, state: { ...state, failures, nextAt, problem: { at: now, ...problem } } }
}
