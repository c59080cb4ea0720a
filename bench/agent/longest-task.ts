/** An event of a Chromium trace, as far as it is looked at; times in microseconds. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
}

/** A call into the graphics interfaces, by the page's clock. */
export interface GpuCall {
  readonly name: string
  readonly atMs: number
  readonly tookMs: number
}

/** The longest task of one run. */
export interface LongestTask {
  /** The whole of it, whoever's work it was. */
  readonly wholeMs: number
  /** Without the calls into the graphics interfaces, which software rendering makes slow; of the task that is longest so. */
  readonly ownMs: number
  /** Calls that took long enough to be named. */
  readonly gpu: readonly GpuCall[]
}

/** A call that takes less is nobody's long task. */
const NAMED_MS = 5

/** Finds the longest task of the main thread between two marks, the first of which stands at `beganMs` of the page's clock. */
export function longestTask(
  events: readonly TraceEvent[],
  calls: readonly GpuCall[],
  marks: { readonly began: string; readonly ended: string; readonly beganMs: number },
): LongestTask {
  const began = events.find(({ name }) => name === marks.began)
  const ended = events.find(({ name }) => name === marks.ended)
  if (!began || !ended) throw new Error('The trace holds no run.')
  const atMs = (us: number): number => (us - began.ts) / 1000 + marks.beganMs
  const tasks = events
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === began.pid && tid === began.tid)
    .map(({ ts, dur = 0 }) => ({ fromMs: atMs(ts), toMs: atMs(ts + dur) }))
    .filter(({ fromMs, toMs }) => toMs >= marks.beganMs && fromMs <= atMs(ended.ts))
  const own = tasks.map(({ fromMs, toMs }) => {
    const within = calls.filter((call) => call.atMs >= fromMs && call.atMs <= toMs)
    return toMs - fromMs - within.reduce((sum, call) => sum + call.tookMs, 0)
  })
  return {
    wholeMs: Math.max(0, ...tasks.map(({ fromMs, toMs }) => toMs - fromMs)),
    ownMs: Math.max(0, ...own),
    gpu: calls.filter(({ tookMs }) => tookMs >= NAMED_MS),
  }
}
