import type { Evidence } from '@tracio/contract'
import { cannotTell, clear, defineDetector, detected } from '../detector.ts'
import { velocityThresholds } from '../tables/velocity-thresholds.ts'
import { knownCount } from '../velocity/velocity-suspicions.ts'

type Reason = (typeof velocityThresholds)[number]['reason']

/**
 * The visitor was here more often, or from more places, than people are. A count that is only known at the least may
 * still be too many; one that is not known and might be makes the answer unknown.
 */
export const velocity = defineDetector({
  id: 'velocity',
  category: 'behaviour',
  needs: ['velocity'],
  // `Object.fromEntries` forgets its keys; there is one for every row, and no row goes without a sentence.
  reasons: Object.fromEntries(velocityThresholds.map(({ reason, sentence }) => [reason, sentence])) as Record<
    Reason,
    string
  >,
  detect(seen) {
    const found: Evidence<Reason>[] = []
    const missing: string[] = []
    let strength = 0
    for (const row of velocityThresholds) {
      const { count, atLeast } = knownCount(seen.velocity, row)
      if (atLeast >= row.from) {
        const observed = `${count === null ? 'at least ' : ''}${atLeast} in ${row.interval}`
        found.push({ reason: row.reason, observed, expected: `fewer than ${row.from} in ${row.interval}` })
        strength = Math.max(strength, row.strength)
      } else if (count === null && row.always) missing.push(`${row.metric}.${row.interval}`)
    }
    const [first, ...others] = found
    if (first) return detected(strength, first, ...others)
    const [gap, ...gaps] = missing
    return gap === undefined ? clear : cannotTell(gap, ...gaps)
  },
})
