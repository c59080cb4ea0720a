import { evaluate, prepare } from '@tracio/engine'
import { type Answer, answer } from './answer.ts'
import { ApiError } from './api-error.ts'
import type { InTurn } from './in-turn.ts'
import { type ObserveDeps, observe, type Received, turnsOf } from './observe.ts'
import { type OpenDeps, open } from './open.ts'
import { record } from './record.ts'
import type { TimeStep } from './step-times.ts'
import { visitOf } from './velocity/visit-of.ts'

/** What the life of an event needs. */
export interface IngestDeps extends OpenDeps, ObserveDeps {
  readonly inTurn: InTurn
  readonly time: TimeStep
}

/** What carries one event from its arrival to its answer. */
export type Ingest = (received: Received, deps: IngestDeps) => Promise<Pick<Answer, 'view' | 'token'>>

/** A visitor that moves this often while one event is looked at is under attack, or we have a bug. */
const ATTEMPTS_MAX = 5

/** The life of one event: open, observe, evaluate, append, answer. Reads first, one pure call, writes last. */
export async function ingest(received: Received, deps: IngestDeps): Promise<Answer> {
  const { time, ledger, counters } = deps
  const opened = await time('open', () => open(received, deps))
  const prepared = time('evaluate', () => prepare(opened.readings, received.userAgent))
  return deps.inTurn(turnsOf(opened, prepared, received), async () => {
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      const seen = await time('observe', () => observe(opened, prepared, received, deps))
      if (seen.retryOf) return answer(seen.retryOf, seen, opened)
      const evaluation = time('evaluate', () => evaluate(seen.observations, prepared))
      const outcome = await ledger.append(time('append', () => record(evaluation, seen, opened)))
      if (outcome === 'moved') continue
      await counters.add(visitOf(evaluation.event))
      return time('answer', () => answer(evaluation.event, seen, opened))
    }
    throw new ApiError('unavailable', 'The visitor is too busy. Try again.')
  })
}
