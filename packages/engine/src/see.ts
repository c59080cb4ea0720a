import { type ObservedMetrics, signalNames } from '@tracio/contract'
import type { Derived, ObservationName, Observations, Seen } from './observations.ts'

/** Lays out by name what detectors may look at. A gap, or what could not be derived, is simply not there. */
export function see(
  { readings, request }: Pick<Observations, 'readings' | 'request'>,
  derived: Derived,
  velocity?: ObservedMetrics,
): Partial<Seen> {
  const seen: Partial<Record<ObservationName, unknown>> = { ...derived, requestUserAgent: request.userAgent, velocity }
  for (const name of signalNames) {
    const reading = readings[name]
    if ('value' in reading) seen[name] = reading.value
  }
  // Every name was given the value of its own reading, or its own conclusion; undefined stands for absence.
  return seen as Partial<Seen>
}
