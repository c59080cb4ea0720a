import { type ObservedMetrics, signalNames } from '@tracio/contract'
import { zoneFit } from './derive/zone-fit.ts'
import { addressStanding } from './network/address-standing.ts'
import type { Derived, ObservationName, Observations, Seen } from './observations.ts'

/** What of all observations detectors look at; who was identified is not theirs to know. */
export type Watched = Pick<Observations, 'readings' | 'request' | 'ip' | 'turn' | 'history'>

/**
 * Lays out by name what detectors may look at. A gap, or what could not be derived, is simply not there. Conclusions about
 * the address are drawn here, once: they need the request as well as the readings.
 */
export function see(
  { readings, request, ip, turn, history }: Watched,
  derived: Derived,
  velocity?: ObservedMetrics,
): Partial<Seen> {
  const seen: Partial<Record<ObservationName, unknown>> = {
    ...derived,
    requestUserAgent: request.userAgent,
    requestIp: request.ip,
    requestHeaders: request.headers,
    proxyHeaders: request.proxyHeaders,
    velocity,
    ip,
    turn,
    history,
  }
  for (const name of signalNames) {
    const reading = readings[name]
    if ('value' in reading) seen[name] = reading.value
  }
  if (ip) {
    const zone = 'value' in readings.timezone ? readings.timezone.value : undefined
    seen.address = addressStanding(ip)
    seen.zone = zoneFit({ zone, family: derived.claimedFamily, ip, at: request.at })
  }
  // Every name was given the value of its own reading, or its own conclusion; undefined stands for absence.
  return seen as Partial<Seen>
}
