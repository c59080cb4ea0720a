import type { Finding, NetworkAnswer } from '@tracio/contract'

/** Findings by the detector that made them. */
export type FindingsByDetector = ReadonlyMap<string, Finding>

/** Looks findings up by name, which several answers do several times. */
export const findingsByDetector = (findings: readonly Finding[]): FindingsByDetector =>
  new Map(findings.map((finding) => [finding.detector, finding]))

/** Whether a detector has found something. */
export const hasFound = (findings: FindingsByDetector, detector: string): boolean =>
  findings.get(detector)?.outcome === 'detected'

/** Whether a detector has found something for one of these reasons. */
export function hasReason(findings: FindingsByDetector, detector: string, ...reasons: readonly string[]): boolean {
  const finding = findings.get(detector)
  return finding?.outcome === 'detected' && finding.evidence.some(({ reason }) => reasons.includes(reason))
}

/** The answer of one detector as it is. */
export function answerOf(findings: FindingsByDetector, detector: string): NetworkAnswer {
  const status = findings.get(detector)?.outcome ?? 'unknown'
  return { status, result: status === 'detected' }
}

/** Clear where all of these are; unknown as soon as one cannot tell. */
export function clearBy(findings: FindingsByDetector, ...detectors: readonly string[]): NetworkAnswer {
  const isClear = detectors.every((detector) => findings.get(detector)?.outcome === 'clear')
  return { status: isClear ? 'clear' : 'unknown', result: false }
}
