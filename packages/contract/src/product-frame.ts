import type { Evidence } from './finding.ts'

/** How sure a product is of its own answer. `result` is false when unknown. */
export interface ProductFrame {
  readonly status: 'detected' | 'clear' | 'unknown'
  readonly evidence: readonly Evidence[]
  /** What was missing; only for `unknown`. */
  readonly missing?: readonly string[]
}
