import { quantile } from '../report.ts'

/** How long one call takes, in microseconds. */
export interface CallTimes {
  readonly medianUs: number
  readonly p99Us: number
}

/** Times every call by itself. What reading the clock takes is counted: some 50 ns. */
export function timeEach<T>(inputs: readonly T[], call: (input: T) => unknown): CallTimes {
  const times = new Array<number>(inputs.length).fill(0)
  for (const [index, input] of inputs.entries()) {
    const startedAt = performance.now()
    call(input)
    times[index] = (performance.now() - startedAt) * 1000
  }
  return { medianUs: quantile(times, 0.5), p99Us: quantile(times, 0.99) }
}
