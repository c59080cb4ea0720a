import { httpLimits } from '../src/http-limits.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import type { Operation } from '../src/operation.ts'

/** A server that nobody limits, on a disk that is never full. */
export const calmOperation = (): Operation => ({
  metrics: createMetrics(),
  metricsToken: undefined,
  httpLimits,
  rates: { perAddress: 0, perKey: 0, perSecret: 0 },
  maxPending: 1000,
  whenFull: 'refuse',
  room: { condition: () => 'fine' },
})
