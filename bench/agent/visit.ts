import type { ShownSignal } from '@tracio/contract'
import type { Contestant } from './contestant.ts'

/** One run on one page load. */
export interface Visit {
  /** From the call until the payload was on its way; null for those who send nothing. */
  readonly sentMs: number | null
  /** From the call until the page had its answer. */
  readonly doneMs: number
  /** Processor time of the page's main thread meanwhile; null where the browser does not tell it. */
  readonly threadMs: number | null
  /** Our own readings; empty for others. */
  readonly signals: readonly ShownSignal[]
}

/** What `measured` answers. */
export interface Span {
  readonly beganMs: number
  readonly doneMs: number
}

export const BEGAN_MARK = 'bench-began'
export const ENDED_MARK = 'bench-ended'

/** An expression that runs a contestant and answers a `Span`; the result stays in the page until it is asked for. */
export const measured = ({ run }: Contestant): string => `(async () => {
  performance.mark('${BEGAN_MARK}')
  const beganMs = performance.now()
  globalThis.benchResult = await (${run})()
  const doneMs = performance.now() - beganMs
  performance.mark('${ENDED_MARK}')
  return { beganMs, doneMs }
})()`

/**
 * An expression that answers when the payload went and what was read. Browsers list a request a moment after its answer,
 * so it looks a few times.
 */
export const told = (beganMs: number): string => `(async () => {
  const sent = () => performance.getEntriesByType('resource').find(
    ({ name, startTime }) => name.includes('/api/identify') && startTime >= ${beganMs})
  const { signals = [], requestId } = globalThis.benchResult
  for (let looks = 0; requestId && !sent() && looks < 50; looks++) await new Promise((done) => setTimeout(done, 20))
  return { sentMs: sent() ? sent().startTime - ${beganMs} : null, signals }
})()`

/** What `told` answers. */
export type Told = Pick<Visit, 'sentMs' | 'signals'>
