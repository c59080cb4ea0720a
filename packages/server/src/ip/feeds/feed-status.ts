import type { EpochMs, ListKind, ThreatKind } from '@tracio/contract'
import type { ChosenFeed } from './chosen-feeds.ts'
import type { IpVersion } from './feed.ts'
import { type Freshness, feedFreshness } from './feed-freshness.ts'
import type { FeedProblemCode } from './feed-problem.ts'
import type { FeedState } from './feed-state.ts'
import type { LicenceId } from './licences.ts'

/** How a feed stands, for people, programs and the answer what can be cleared. */
export interface FeedStatus {
  readonly id: string
  readonly kind: ListKind
  readonly threat: ThreatKind | null
  readonly provider: string | null
  /** From the table, or one of the operator's own. */
  readonly origin: 'built_in' | 'operator'
  readonly condition: 'off' | Freshness
  readonly clears: readonly IpVersion[]
  /** Of the version in use; null: there is none. */
  readonly entries: number | null
  readonly rejected: number | null
  readonly rejectedExamples: readonly string[]
  readonly dropped: number | null
  /** When the source last said that the version is the latest. */
  readonly asOf: EpochMs | null
  /** When the version itself came. */
  readonly changedAt: EpochMs | null
  /** When it will be asked again; null: never. */
  readonly nextAt: EpochMs | null
  readonly failures: number
  /** Of the last try; null: it went well. */
  readonly problem: { readonly at: EpochMs; readonly code: FeedProblemCode; readonly message: string } | null
  /** A version that changed too much waits for a word, since then. */
  readonly heldSince: EpochMs | null
  readonly licence: LicenceId
  readonly attribution: string | null
}

/** Puts together what the table, the settings and the disk say. */
export function feedStatus({ feed, enabled }: ChosenFeed, state: FeedState, now: number): FeedStatus {
  const { current, confirmedAt, held, problem, failures } = state
  const condition = enabled ? feedFreshness(feed, state, now) : 'off'
  return {
    id: feed.id,
    kind: feed.kind,
    threat: feed.threat ?? null,
    provider: feed.provider,
    origin: feed.licence === 'operator' ? 'operator' : 'built_in',
    condition,
    clears: feed.clears,
    entries: current?.entries ?? null,
    rejected: current?.rejected ?? null,
    rejectedExamples: current?.rejectedExamples ?? [],
    dropped: current?.dropped ?? null,
    asOf: current === null ? null : timeOf(confirmedAt),
    changedAt: timeOf(current?.acceptedAt ?? null),
    nextAt: enabled ? timeOf(state.nextAt) : null,
    failures,
    problem: problem === null ? null : { ...problem, at: problem.at as EpochMs },
    heldSince: timeOf(held?.since ?? null),
    licence: feed.licence,
    attribution: feed.attribution,
  }
}

/** States hold times as plain numbers, because they are read from JSON; all of them are milliseconds since 1970. */
const timeOf = (at: number | null): EpochMs | null => at as EpochMs | null
