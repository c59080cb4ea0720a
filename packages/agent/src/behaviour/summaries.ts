/** Signals that are what many measurements come to. */
export type SummaryName =
  | 'moveInterval'
  | 'moveStep'
  | 'moveSpeed'
  | 'moveTurn'
  | 'pressDwell'
  | 'pressPause'
  | 'keyInterval'
  | 'keyDwell'
  | 'scrolls'
  | 'awayTime'

/**
 * Takes one measurement below a limit. What is less than zero, because two clocks differ, counts as zero; what is no
 * finite number, because there was nothing before to measure from, is left out.
 */
export type Add = (name: SummaryName, measure: number, below?: number) => void

/** A longer pause ends a movement and is no interval of it. Chosen by hand, November 2026; revisit with the corpus. */
export const PAUSE_MS = 1000

/** Sums of many measurements in constant memory. */
export interface Summaries {
  readonly add: Add
  /** Count, mean, standard deviation, least and most, to the thousandth; empty when nothing was added. */
  read(name: SummaryName): readonly number[]
}

type Sums = [count: number, mean: number, squares: number, least: number, most: number]

/** Empty summaries. By B. P. Welford's method (Technometrics 4/3, 1962), which stays exact over millions. */
export function createSummaries(): Summaries {
  const all: { [K in SummaryName]?: Sums } = {}
  return {
    add(name, given, below = 1 / 0) {
      if (!(given < below)) return
      const measure = Math.max(0, given)
      const sums: Sums = all[name] ?? [0, 0, 0, measure, measure]
      all[name] = sums
      const away = measure - sums[1]
      sums[1] += away / ++sums[0]
      sums[2] += away * (measure - sums[1])
      sums[3] = Math.min(sums[3], measure)
      sums[4] = Math.max(sums[4], measure)
    },
    read(name) {
      const sums = all[name]
      if (!sums) return []
      const [count, mean, squares, least, most] = sums
      return [count, mean, Math.sqrt(squares / count), least, most].map((sum) => Math.round(sum * 1000) / 1000)
    },
  }
}
