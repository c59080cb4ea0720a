import { within } from './clock.ts'
import { TracioError, type TracioErrorCode } from './errors.ts'
import type { Gate } from './gate.ts'
import type { Global } from './global.ts'

/** What performing behind a gate takes. */
export interface GatedDeps {
  readonly g: Global
  readonly gate: Gate
  /** What a task may take once it is let through. */
  readonly timeoutMs: number
  /** Names the reason when a task took longer. */
  readonly late: () => TracioErrorCode
}

/** Something to do, which ends early by its signal. */
export type Task<T> = (signal: AbortSignal | undefined) => Promise<T>

/** Performs tasks while a gate is open: one that is shut out waits, and one that is under way then begins anew later. */
export function gated(deps: GatedDeps): <T>(task: Task<T>) => Promise<T> {
  const { g, gate } = deps
  return async (task) => {
    if (!g.document) throw new TracioError('non_browser', 'There is no document.')
    for (;;) {
      if (gate.state === 'ended') throw new TracioError('destroyed', 'Destroyed.')
      const outcome = gate.state === 'open' ? await attempt(task, deps) : await gate.change().changed
      if (outcome) return outcome.value
    }
  }
}

/** One try within the time that the page allows it; undefined when the gate moved meanwhile. */
async function attempt<T>(
  task: Task<T>,
  { g, gate, timeoutMs, late }: GatedDeps,
): Promise<{ readonly value: T } | undefined> {
  const abort = g.AbortController && new g.AbortController()
  const { changed, leave } = gate.change()
  let over = false
  const timely = within(g, timeoutMs, task(abort?.signal), () => {
    // A task that was stopped runs on until its next look at the signal; its lateness is nobody's fault.
    throw new TracioError(over ? 'timeout' : late(), `No answer within ${timeoutMs} ms.`)
  })
  try {
    return await Promise.race([timely.then((value) => ({ value })), changed])
  } finally {
    over = true
    leave()
    abort?.abort()
  }
}
