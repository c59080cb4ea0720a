import type { HttpLimits } from './http-limits.ts'
import type { WhenFull } from './keep.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { Rates } from './rate-limits.ts'
import type { StorageRoom } from './storage-room.ts'

/** What an operator sets and sees of a running server. */
export interface Operation {
  readonly metrics: Metrics
  /** Opens `/metrics` on the main port; undefined: it is not there. */
  readonly metricsToken: string | undefined
  readonly httpLimits: HttpLimits
  readonly rates: Rates
  /** Identifications at once; more are answered 503. */
  readonly maxPending: number
  readonly whenFull: WhenFull
  readonly room: Pick<StorageRoom, 'condition'>
}
