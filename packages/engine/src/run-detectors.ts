import type { Finding } from '@tracio/contract'
import type { AnyDetector } from './detector.ts'
import type { ObservationName, Seen } from './observations.ts'

/** Asks every detector, in the order of the registry. Whoever misses a need answers `unknown` without being asked. */
export function runDetectors(detectors: readonly AnyDetector[], seen: Partial<Seen>): readonly Finding[] {
  return detectors.map((detector) => {
    const { id, category, needs } = detector
    if (!hasAll(seen, needs)) {
      return { detector: id, category, outcome: 'unknown', missing: needs.filter((name) => seen[name] === undefined) }
    }
    return { detector: id, category, ...detector.detect(seen) }
  })
}

const hasAll = <Need extends ObservationName>(
  seen: Partial<Seen>,
  needs: readonly Need[],
): seen is Partial<Seen> & Pick<Seen, Need> => needs.every((name) => seen[name] !== undefined)
