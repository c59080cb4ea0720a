import type { EpochMs } from '@tracio/contract'
import { Gauge, type Registry } from 'prom-client'
import type { AddressDatabases } from '../ip/address-databases.ts'
import type { FeedStatus } from '../ip/feeds/feed-status.ts'

/** Where the figures of feeds come from. */
export interface FeedFigures {
  readonly statuses: () => readonly FeedStatus[]
  readonly databases?: () => AddressDatabases
  readonly now: () => EpochMs
}

/** Size, age and failures of every feed that is on, read when somebody asks. Ids are the table's and the operator's own. */
export function collectFeeds(registry: Registry, { statuses, now }: FeedFigures): void {
  const gauge = (name: string, help: string, read: (status: FeedStatus) => number | null): void => {
    new Gauge({
      name,
      help,
      labelNames: ['feed'],
      registers: [registry],
      collect() {
        this.reset()
        for (const status of statuses()) {
          const value = status.condition === 'off' ? null : read(status)
          if (value !== null) this.set({ feed: status.id }, value)
        }
      },
    })
  }
  gauge('tracio_feed_entries', 'Entries of the list in use.', ({ entries }) => entries)
  gauge('tracio_feed_age_seconds', 'Since its source last said that the list is current.', ({ asOf }) =>
    asOf === null ? null : (now() - asOf) / 1000,
  )
  gauge('tracio_feed_failures', 'Failed fetches in a row.', ({ failures }) => failures)
  gauge('tracio_feed_stale', '1 when the list is missing or too old to clear anybody, else 0.', ({ condition }) =>
    condition === 'fresh' ? 0 : 1,
  )
}
