import {
  type GapName,
  type Reading,
  type Readings,
  type SignalName,
  signalNames,
  signals,
  type Tier,
} from '@tracio/contract'

/** Tiers whose values change while a page is open: there the later value says what became of the visit. */
const changing: ReadonlySet<Tier> = new Set(['volatile', 'session'])

/** Gaps that say something of the browser: noise, or a forged value. A later value does not take that back. */
const telling: ReadonlySet<GapName> = new Set(['unstable', 'invalid'])

/**
 * Puts the readings of a late payload over those of the primary one. A late value fills a gap. Where both have a value, a
 * volatile or session signal takes the late one, and what should have lasted keeps the first: whoever sends another canvas
 * later gains nothing by it. A late gap takes no value away; it only explains what the primary had skipped.
 */
export function mergeReadings(primary: Readings, late: Readings): Readings {
  const out: Partial<Record<SignalName, Reading<unknown>>> = {}
  for (const name of signalNames) out[name] = merged(primary[name], late[name], signals[name].tier)
  // The loop has just given every name one of its own two readings.
  return out as Readings
}

function merged(primary: Reading<unknown>, late: Reading<unknown>, tier: Tier): Reading<unknown> {
  if ('value' in primary) return 'value' in late && changing.has(tier) ? late : primary
  if ('value' in late) return telling.has(primary.gap) ? primary : late
  return primary.gap === 'skipped' ? late : primary
}
