import { type GapName, type Reading, type Readings, type SignalName, signalNames } from '@tracio/contract'

/** Gaps that say something of the browser: noise, or a forged value. A later value does not take that back. */
const telling: ReadonlySet<GapName> = new Set(['unstable', 'invalid'])

/**
 * Puts the readings of a late payload beside those of the primary one. A late value fills a gap, and a first value stays:
 * whoever sends another canvas later, or takes back that a driver was there, gains nothing by it. A late gap takes no value
 * away; it only explains what the primary had skipped.
 */
export function mergeReadings(primary: Readings, late: Readings): Readings {
  const out: Partial<Record<SignalName, Reading<unknown>>> = {}
  for (const name of signalNames) out[name] = merged(primary[name], late[name])
  // The loop has just given every name one of its own two readings.
  return out as Readings
}

function merged(primary: Reading<unknown>, late: Reading<unknown>): Reading<unknown> {
  if ('value' in primary) return primary
  if ('value' in late) return telling.has(primary.gap) ? primary : late
  return primary.gap === 'skipped' ? late : primary
}
