import type { TracioEvent } from '@tracio/contract'
import type { DayCounts } from '../../ports/event-search.ts'
import type { LedgerEntry } from '../../ports/ledger.ts'
import { counted, dayOf } from '../sqlite/daily-counts.ts'

/** What a memory ledger writes and a memory search reads. */
export interface MemoryStore {
  /** By workspace and request id, in the order of the requests. */
  readonly entries: Map<string, LedgerEntry>
  /** By workspace, day and environment. */
  readonly days: Map<string, DayCounts & { readonly workspaceId: string }>
}

/** An empty store. */
export const createMemoryStore = (): MemoryStore => ({ entries: new Map(), days: new Map() })

/** Adds an event to the counts of its day. */
export function countDay({ days }: MemoryStore, event: TracioEvent): void {
  const { workspaceId, environment } = event
  const day = dayOf(event.at)
  const place = `${workspaceId}/${day}/${environment}`
  const count = (name: keyof typeof counted): number => Number(counted[name](event))
  const before = days.get(place)
  days.set(place, {
    workspaceId,
    day,
    environment,
    events: (before?.events ?? 0) + 1,
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
