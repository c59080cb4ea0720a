import type { KnownVisitor } from '@tracio/engine'
import type { Cutoffs, LateBody, LedgerEntry } from '../../ports/ledger.ts'

/** An entry whose parts may have been forgotten. */
interface Kept extends Omit<LedgerEntry, 'readings' | 'observations'> {
  readonly readings: LedgerEntry['readings'] | undefined
  readonly observations: string | undefined
  readonly late: LateBody | null
}

/** Everything that forgetting may touch, by place. */
export interface Memory<Entry extends Kept> {
  readonly entries: Map<string, Entry>
  readonly visitors: Map<string, KnownVisitor>
  /** Forgets a visitor's cookies and keys. */
  readonly dropVisitor: (place: string) => void
}

/** Forgets all that is too old at once; whether anything was. */
export function forget<Entry extends Kept>(
  { entries, visitors, dropVisitor }: Memory<Entry>,
  cutoffs: Cutoffs,
): boolean {
  const isOld = (at: number, before: number | null): boolean => before !== null && at < before
  let forgotten = false
  for (const [place, entry] of entries) {
    const { at } = entry.event
    const withoutReadings = isOld(at, cutoffs.readings) && entry.readings !== undefined
    const withoutObservations = isOld(at, cutoffs.observations) && entry.observations !== undefined
    if (isOld(at, cutoffs.events)) entries.delete(place)
    else if (withoutReadings || withoutObservations) {
      const readings = withoutReadings ? { readings: undefined } : {}
      const observations = withoutObservations ? { observations: undefined } : {}
      entries.set(place, { ...entry, ...readings, ...observations, late: null })
    } else continue
    forgotten = true
  }
  const busy = new Set(
    [...entries.values()].map(({ event }) => `${event.workspaceId}/${event.identification.visitorId}`),
  )
  for (const [place, { lastSeenAt }] of visitors) {
    if (!isOld(lastSeenAt, cutoffs.visitors) || busy.has(place)) continue
    visitors.delete(place)
    dropVisitor(place)
    forgotten = true
  }
  return forgotten
}
