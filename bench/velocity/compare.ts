import type { WholeFacts } from '../../packages/server/test/visits.ts'

/** How answers fared beside the truth. */
export interface Comparison {
  compared: number
  wrong: number
  /** Unknown where the truth is a number. */
  unknown: number
}

/** Compares every count of every metric and window; an unknown one is right when it claims no more than there were. */
export function compare(said: WholeFacts, truth: WholeFacts, result: Comparison): void {
  const groups = [
    [said.others, truth.others],
    [said.newcomer, truth.newcomer],
    ...said.visitors.map(({ metrics }, index) => [metrics, truth.visitors[index]?.metrics ?? {}] as const),
  ] as const
  for (const [metrics, expected] of groups) {
    for (const [name, { intervals, atLeast }] of Object.entries(metrics)) {
      for (const [window, count] of Object.entries(intervals)) {
        const right = expected[name]?.intervals[window] ?? null
        if (count === null && right !== null) {
          result.unknown += 1
          if ((atLeast?.[window] ?? 0) > right) result.wrong += 1
        } else {
          result.compared += 1
          if (count !== right) result.wrong += 1
        }
      }
    }
  }
}
