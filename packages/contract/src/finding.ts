/** The six categories of the score. Detectors of one category look at the same root cause. */
export type Category = 'ip' | 'bot' | 'tampering' | 'device' | 'privacy' | 'behaviour'

/** Why a detector spoke up. Reason codes are API and are never renamed. */
export interface Evidence<Reason extends string = string> {
  readonly reason: Reason
  readonly observed: string
  readonly expected: string
}

/** What one detector found: no, yes with evidence, or cannot tell and why. */
export type Finding = { readonly detector: string; readonly category: Category } & (
  | { readonly outcome: 'clear' }
  | {
      readonly outcome: 'detected'
      /** 0 to 1: how strongly this alone speaks. */
      readonly strength: number
      readonly evidence: readonly [Evidence, ...Evidence[]]
    }
  | { readonly outcome: 'unknown'; readonly missing: readonly string[] }
)
