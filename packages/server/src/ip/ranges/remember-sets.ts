/** So many steps between sets are kept, some 20 MB; lists that overlap in more ways are asked about again. */
const STEPS_MAX = 100_000

interface Step {
  readonly next: Map<number, Step>
  answer?: number
}

/**
 * Asks about a set of labels only when it comes for the first time: millions of addresses are named by a few hundred sets. Sets
 * are found label by label, which leaves nothing to the collector. The function that is asked must not keep the array.
 */
export function rememberSets(
  ask: (labels: readonly number[]) => number,
  stepsMax = STEPS_MAX,
): (labels: readonly number[]) => number {
  const root: Step = { next: new Map() }
  let steps = 0
  return (labels) => {
    let step = root
    for (let at = 0; at < labels.length; at++) {
      const label = labels[at] ?? 0
      let next = step.next.get(label)
      if (!next) {
        if (steps >= stepsMax) return ask(labels)
        steps++
        next = { next: new Map() }
        step.next.set(label, next)
      }
      step = next
    }
    step.answer ??= ask(labels)
    return step.answer
  }
}
