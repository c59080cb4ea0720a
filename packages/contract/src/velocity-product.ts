import type { TracioEvent } from './event.ts'
import type { ProductFrame } from './product-frame.ts'
import {
  unknownMetric,
  type VelocityGap,
  type VelocityMetric,
  type VelocityMetricName,
  type VelocitySuspicion,
  velocityMetricNames,
  velocityMetrics,
  velocityWindows,
  wholeMetrics,
} from './velocity.ts'

/** `products.velocity.data`: every metric by its name; those that the operator added stand beside the built-in ones. */
export type VelocityData = Readonly<Record<VelocityMetricName, VelocityMetric>> & {
  /** Whether a count is suspicious; false when unknown. */
  readonly result: boolean
  readonly suspicious: readonly VelocitySuspicion[]
}

/** `products.velocity`. */
export type VelocityProduct = ProductFrame & { readonly data: VelocityData }

/** The detector whose finding the product shows. */
const DETECTOR = 'velocity'

const allUnknown = (gap: VelocityGap): Record<VelocityMetricName, VelocityMetric> =>
  // `Object.fromEntries` forgets its keys; there is one for every built-in metric.
  Object.fromEntries(velocityMetricNames.map((name) => [name, unknownMetric(velocityWindows, gap)])) as Record<
    VelocityMetricName,
    VelocityMetric
  >

const uncounted = allUnknown('not_counted')
const hidden = allUnknown('not_shown')
const ownNames = velocityMetricNames.filter((name) => velocityMetrics[name].by === 'visitorId')

/** Reads an event's counts as a product. */
export function velocityProduct({ velocity, findings }: TracioEvent): VelocityProduct {
  const { suspicious } = velocity
  const data = { ...uncounted, ...wholeMetrics(velocity), result: suspicious.length > 0, suspicious }
  const finding = findings.find(({ detector }) => detector === DETECTOR)
  if (finding?.outcome === 'detected') return { status: 'detected', evidence: finding.evidence, data }
  if (finding?.outcome === 'clear') return { status: 'clear', evidence: [], data }
  return { status: 'unknown', evidence: [], missing: finding?.missing ?? [DETECTOR], data }
}

/**
 * What a browser may see of it: how often it was here itself. Whom else its address or its account was used by is not
 * for it to know, since any page script can name any account; nor is where the thresholds lie.
 */
export function ownVelocity({ data, ...frame }: VelocityProduct): VelocityProduct {
  const own = Object.fromEntries(ownNames.map((name) => [name, data[name]]))
  return { ...frame, evidence: [], data: { ...hidden, ...own, result: data.result, suspicious: [] } }
}
