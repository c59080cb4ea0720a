import { describe, expect, it } from 'vitest'
import type { Detector, View } from '../src/detector.ts'
import type { ObservationName } from '../src/observations.ts'
import { runDetectors } from '../src/run-detectors.ts'
import { deepFreeze } from './deep-freeze.ts'

interface Cases<Need extends ObservationName, Reason extends string, Want extends ObservationName> {
  /** Who is innocent, by name. */
  readonly clear: readonly (readonly [name: string, seen: View<Need, Want>])[]
  /** Who is not, and the reasons that must be given, in their order. */
  readonly detected: readonly (readonly [name: string, seen: View<Need, Want>, reasons: readonly NoInfer<Reason>[]])[]
}

/** Holds a detector to its table, and to what every detector owes. */
export function testDetector<Need extends ObservationName, Reason extends string, Want extends ObservationName>(
  detector: Detector<Need, Reason, Want>,
  cases: Cases<Need, Reason, Want>,
): void {
  describe(detector.id, () => {
    it.each(cases.clear)('lets pass: %s', (_name, seen) => {
      expect(detector.detect(deepFreeze(seen))).toEqual({ outcome: 'clear' })
    })
    it.each(cases.detected)('detects: %s', (_name, input, reasons) => {
      const seen = deepFreeze(input)
      const verdict = detector.detect(seen)
      expect(verdict).toMatchObject({ outcome: 'detected', evidence: reasons.map((reason) => ({ reason })) })
      expect(detector.detect(seen)).toEqual(verdict)
    })
    it.each(cases.detected)('gives a strength above 0 and up to 1: %s', (_name, seen) => {
      const verdict = detector.detect(seen)
      const strength = verdict.outcome === 'detected' ? verdict.strength : undefined
      expect(strength).toBeGreaterThan(0)
      expect(strength).toBeLessThanOrEqual(1)
    })
    it('shows every reason it declares', () => {
      const shown = cases.detected.flatMap(([, , reasons]) => reasons)
      expect(new Set<string>(shown)).toEqual(new Set(Object.keys(detector.reasons)))
    })
    it('knows more ways to be innocent than guilty', () => {
      expect(cases.clear.length).toBeGreaterThanOrEqual(cases.detected.length)
    })
    it('cannot tell when nothing was read, and says what is missing', () => {
      const { id, category, needs } = detector
      expect(runDetectors([detector], {})).toEqual([{ detector: id, category, outcome: 'unknown', missing: needs }])
    })
  })
}
