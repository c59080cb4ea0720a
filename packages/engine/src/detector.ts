import type { Category, Evidence } from '@tracio/contract'
import type { ObservationName, Seen } from './observations.ts'

/** What one detector concludes. A detection without evidence cannot be written: the list is never empty. */
export type Verdict<Reason extends string> =
  | { readonly outcome: 'clear' }
  | {
      readonly outcome: 'detected'
      /** 0 to 1: how strongly this alone speaks. */
      readonly strength: number
      readonly evidence: readonly [Evidence<Reason>, ...Evidence<Reason>[]]
    }
  | {
      readonly outcome: 'unknown'
      /** What would have been needed, in a detector's own words; never empty. */
      readonly missing: readonly [string, ...string[]]
    }

/** What a detector is shown: all that it needs, and of what it wants as much as there is. */
export type View<Need extends ObservationName, Want extends ObservationName> = Pick<Seen, Need> &
  Partial<Pick<Seen, Want>>

/** A pure judgement over declared observations. It says how strong its evidence is; it never decides. */
export interface Detector<
  Need extends ObservationName = ObservationName,
  Reason extends string = string,
  Want extends ObservationName = never,
> {
  /** API: never renamed. */
  readonly id: string
  /** Detectors of one category look at the same root cause; the score counts a category once. */
  readonly category: Category
  /** Without one of these the answer is `unknown`, and `detect` is not called. */
  readonly needs: readonly Need[]
  /** Looked at when they are there. For what whole families of browsers never have, such as Client Hints. */
  readonly wants?: readonly Want[]
  /** Reason code → sentence for people. Codes are API: they are never renamed. */
  readonly reasons: Readonly<Record<Reason, string>>
  detect(seen: View<NoInfer<Need>, NoInfer<Want>>): Verdict<NoInfer<Reason>>
}

/** Any detector, as the registry and the runner see it. */
export type AnyDetector = Detector<ObservationName, string, ObservationName>

/** Holds a detector to its own declarations: undeclared reasons and unlisted observations do not compile. */
export const defineDetector = <
  const Need extends ObservationName,
  const Reason extends string,
  const Want extends ObservationName = never,
>(
  detector: Detector<Need, Reason, Want>,
): Detector<Need, Reason, Want> => detector

/** Nothing found, and everything needed was there to look at. */
export const clear: Verdict<never> = { outcome: 'clear' }

/** Something found. The first evidence is a parameter of its own, so that there always is one. */
export const detected = <Reason extends string>(
  strength: number,
  ...evidence: readonly [Evidence<Reason>, ...Evidence<Reason>[]]
): Verdict<Reason> => ({ outcome: 'detected', strength, evidence })

/** All that is needed was there, but not all of what is in it: for needs that answer in part. */
export const cannotTell = (...missing: readonly [string, ...string[]]): Verdict<never> => ({
  outcome: 'unknown',
  missing,
})
