import type { RequestId } from '@tracio/contract'
import { evaluate, type Observations, prepare } from '@tracio/engine'
import { expect, it } from 'vitest'
import { aWorkspace, otherWorkspace } from '../test/directory-contract.ts'
import { arrival, type FrontDesk, frontDesk } from '../test/front-desk.ts'
import { aPayload, chromeValues } from '../test/payloads.ts'
import { observe } from './observe.ts'
import { recall } from './recall.ts'
import { record } from './record.ts'

/** Observes a visit, and stores it unless told otherwise. */
async function seen(desk: FrontDesk): Promise<Observations> {
  const request = await arrival(desk, aPayload({ ...chromeValues, cores: 'eight' }))
  const opened = await desk.open(request)
  const prepared = prepare(opened.readings, request.userAgent)
  const before = await observe(opened, prepared, request, desk.deps)
  await desk.deps.ledger.append(record(evaluate(before.observations, prepared), before, opened))
  return before.observations
}

it('gives back all that was seen of an event, readings and gaps included', async () => {
  const desk = await frontDesk()
  const observations = await seen(desk)
  expect(await recall(desk.deps.ledger, aWorkspace, observations.minted.requestId)).toEqual(observations)
})

it('knows nothing of an event that is not there, or that another workspace has', async () => {
  const desk = await frontDesk()
  const { minted } = await seen(desk)
  expect(await recall(desk.deps.ledger, aWorkspace, 'none' as RequestId)).toBeUndefined()
  expect(await recall(desk.deps.ledger, otherWorkspace, minted.requestId)).toBeUndefined()
})

it('knows nothing of an event whose observations were forgotten', async () => {
  const desk = await frontDesk()
  const { minted } = await seen(desk)
  const forgetful = { ...desk.deps.ledger, observations: async () => undefined }
  expect(await recall(forgetful, aWorkspace, minted.requestId)).toBeUndefined()
})
