import type { TracioEvent } from '@tracio/contract'
import type { DayCounts } from '../../ports/event-search.ts'
import type { LateBody, LedgerEntry, Revision } from '../../ports/ledger.ts'
import { counted, dayOf } from '../sqlite/daily-counts.ts'

/** An entry, and what became of it. Its parts may have been forgotten. */
export interface Kept extends Omit<LedgerEntry, 'readings' | 'observations'> {
  readonly readings: LedgerEntry['readings'] | undefined
  readonly observations: string | undefined
  readonly late: LateBody | null
  readonly revisions: readonly Revision[]
}

/** What a memory ledger writes and a memory search reads. */
export interface MemoryStore {
  /** By workspace and request id, in the order of the requests. */
  readonly entries: Map<string, Kept>
  /** By workspace, day and environment. */
  readonly days: Map<string, DayCounts & { readonly workspaceId: string }>
}

/** An empty store. */
export const createMemoryStore = (): MemoryStore => ({ entries: new Map(), days: new Map() })

/** Adds an event to the counts of its day. */
export const countDay = (store: MemoryStore, event: TracioEvent): void => add(store, event, 1)

/** Lets the counts of a day follow an event that was amended. */
export function recountDay(store: MemoryStore, before: TracioEvent, after: TracioEvent): void {
  add(store, before, -1)
  add(store, after, 1)
}

function add({ days }: MemoryStore, event: TracioEvent, sign: 1 | -1): void {
  const { workspaceId, environment } = event
  const day = dayOf(event.at)
  const place = `${workspaceId}/${day}/${environment}`
  const count = (name: keyof typeof counted): number => sign * Number(counted[name](event))
  const before = days.get(place)
  days.set(place, {
    workspaceId,
    day,
    environment,
    events: (before?.events ?? 0) + sign,
    visitors: (before?.visitors ?? 0) + count('visitors'),
    newVisitors: (before?.newVisitors ?? 0) + count('new_visitors'),
    bots: (before?.bots ?? 0) + count('bots'),
    uncertain: (before?.uncertain ?? 0) + count('uncertain'),
    challenges: (before?.challenges ?? 0) + count('challenges'),
    reviews: (before?.reviews ?? 0) + count('reviews'),
    denials: (before?.denials ?? 0) + count('denials'),
    replayed: (before?.replayed ?? 0) + count('replayed'),
    expired: (before?.expired ?? 0) + count('expired'),
  })
}
