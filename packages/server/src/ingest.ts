import { evaluate, prepare, unstored } from '@tracio/engine'
import { type Answer, answer } from './answer.ts'
import { ApiError } from './api-error.ts'
import type { InTurn } from './in-turn.ts'
import { type KeepDeps, keep } from './keep.ts'
import { type ObserveDeps, observe, type Received, turnsOf } from './observe.ts'
import { type OpenDeps, open } from './open.ts'
import type { Ledger } from './ports/ledger.ts'
import { record } from './record.ts'
import type { TimeStep } from './step-times.ts'

/** What the life of an event needs. */
export interface IngestDeps extends OpenDeps, ObserveDeps, KeepDeps {
  readonly ledger: Ledger
  readonly inTurn: InTurn
  readonly time: TimeStep
}

/** What carries one event from its arrival to its answer. */
export type Ingest = (received: Received, deps: IngestDeps) => Promise<Pick<Answer, 'view' | 'token' | 'outcome'>>

/** A visitor that moves this often while one event is looked at is under attack, or we have a bug. */
const ATTEMPTS_MAX = 5

/** The life of one event: open, observe, evaluate, append, answer. Reads first, one pure call, writes last. */
export async function ingest(received: Received, deps: IngestDeps): Promise<Answer> {
  const { time } = deps
  const opened = await time('open', () => open(received, deps))
  const prepared = time('evaluate', () => prepare(opened.readings, received.userAgent))
  return deps.inTurn(turnsOf(opened, prepared, received), async () => {
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      const seen = await time('observe', () => observe(opened, prepared, received, deps))
      if (seen.retryOf) return answer(seen.retryOf, seen, opened, 'retried')
      const evaluation = time('evaluate', () => evaluate(seen.observations, prepared))
      const { event } = evaluation
      const kept = await keep(
        time('append', () => record(evaluation, seen, opened)),
        deps,
      )
      if (kept === 'stored') return time('answer', () => answer(event, seen, opened))
      if (kept === 'unstored') return time('answer', () => answer(unstored(event), seen, opened, 'unstored'))
    }
    throw new ApiError('unavailable', 'The visitor is too busy. Try again.')
  })
}
