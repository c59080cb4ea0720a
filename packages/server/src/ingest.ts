import { evaluate, type Prepared, prepare, reevaluate, unstored } from '@tracio/engine'
import { type Answer, answer } from './answer.ts'
import { ApiError } from './api-error.ts'
import type { InTurn } from './in-turn.ts'
import { type KeepDeps, keep } from './keep.ts'
import { type ObserveDeps, observe, type Received, turnsOf } from './observe.ts'
import { observeLate } from './observe-late.ts'
import { type OpenDeps, type Opened, open } from './open.ts'
import type { Ledger } from './ports/ledger.ts'
import { record } from './record.ts'
import { recordLate } from './record-late.ts'
import type { TimeStep } from './step-times.ts'
import { awaitSighting, type SightingSource } from './turn/await-sighting.ts'
import { visitOf } from './velocity/visit-of.ts'

/** What the life of an event needs. */
export interface IngestDeps extends OpenDeps, ObserveDeps, KeepDeps, SightingSource {
  readonly ledger: Ledger
  readonly inTurn: InTurn
  readonly time: TimeStep
}

/** What carries one event from its arrival to its answer. */
export type Ingest = (received: Received, deps: IngestDeps) => Promise<Pick<Answer, 'view' | 'token' | 'outcome'>>

/** A visitor that moves this often while one event is looked at is under attack, or we have a bug. */
const ATTEMPTS_MAX = 5

/**
 * The life of one event: open, observe, evaluate, append, answer. Reads first, one pure call, writes last. A late payload
 * goes the same way, and amends the event of its session where a primary one is appended.
 */
export async function ingest(received: Received, deps: IngestDeps): Promise<Answer> {
  const { time } = deps
  const opened = await time('open', () => open(received, deps))
  const prepared = time('evaluate', () => prepare(opened.readings, received.userAgent))
  // Before its turn: nobody else waits for it.
  await awaitSighting(opened, received.at, deps)
  const attempt = opened.payload.phase === 'late' ? amend : append
  return deps.inTurn(turnsOf(opened, prepared, received), async () => {
    for (let attempts = 1; attempts <= ATTEMPTS_MAX; attempts++) {
      const answered = await attempt(opened, prepared, received, deps)
      if (answered) return answered
    }
    throw new ApiError('unavailable', 'The visitor is too busy. Try again.')
  })
}

const NO_COOKIE = { token: undefined }

/** Observes, evaluates, appends and answers. Undefined: what was observed moved meanwhile, and nothing was written. */
type Attempt = (opened: Opened, prepared: Prepared, received: Received, deps: IngestDeps) => Promise<Answer | undefined>

const append: Attempt = async (opened, prepared, received, deps) => {
  const { time, counters, histories } = deps
  const seen = await time('observe', () => observe(opened, prepared, received, deps))
  if (seen.retryOf) return answer(seen.retryOf, seen, opened, 'retried')
  const evaluation = time('evaluate', () => evaluate(seen.observations, prepared))
  const entry = time('append', () => record(evaluation, seen, opened))
  const kept = await keep(entry, deps)
  if (kept === 'moved') return undefined
  const event = kept === 'unstored' ? unstored(evaluation.event) : evaluation.event
  const visit = visitOf({ event, address: entry.address })
  await Promise.all([counters.add(visit), histories.add(visit)])
  return time('answer', () => answer(event, seen, opened, kept === 'unstored' ? kept : undefined))
}

/** Who it was stays as it is, and so does the cookie: only the verdict is new. */
const amend: Attempt = async (opened, prepared, received, deps) => {
  const { time, ledger } = deps
  const seen = await time('observe', () => observeLate(opened, received, deps))
  if (seen.kind === 'replay') return append(opened, prepared, received, deps)
  if (seen.kind === 'retry') return answer(seen.event, NO_COOKIE, opened, 'retried')
  const event = time('evaluate', () => reevaluate(seen.event, seen.observations, opened.readings))
  const amendment = time('append', () => recordLate(event, seen.observations, opened, received))
  switch (await ledger.amend(event.workspaceId, event.requestId, seen.event.revision, amendment)) {
    case 'amended':
      return time('answer', () => answer(event, NO_COOKIE, opened, 'amended'))
    case 'moved':
      return undefined
    case 'missing':
      throw new ApiError('conflict', 'The event that the late payload belongs to was erased.')
  }
}
