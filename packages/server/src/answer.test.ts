import type { ClientView, Evidence } from '@tracio/contract'
import { evaluate, prepare } from '@tracio/engine'
import { describe, expect, it } from 'vitest'
import { ARRIVAL, arrival, frontDesk, type ReceivedPart } from '../test/front-desk.ts'
import { aPayload, chromeValues } from '../test/payloads.ts'
import { type Answer, answer } from './answer.ts'
import { observe } from './observe.ts'
import type { PublicKey } from './ports/directory.ts'

/** What a browser with a webdriver is answered; it would be given the cookie `a-token`. */
async function answered(
  answerLevel: PublicKey['answerLevel'],
  part: Readonly<Record<string, unknown>> = {},
  request: ReceivedPart = {},
): Promise<Answer> {
  const desk = await frontDesk({ answerLevel })
  const received = await arrival(desk, aPayload({ ...chromeValues, webdriver: true }, part), request)
  const opened = await desk.open(received)
  const prepared = prepare(opened.readings, received.userAgent)
  const { observations } = await observe(opened, prepared, received, desk.deps)
  return answer(evaluate(observations, prepared).event, { token: 'a-token' }, opened)
}

describe('what the page gets to see', () => {
  const ID = ['requestId', 'visitorId']
  const VERDICT = [...ID, 'confidence', 'visitorFound', 'bot']
  it.each<[PublicKey['answerLevel'], boolean | undefined, readonly string[]]>([
    ['id', true, ID],
    ['verdict', undefined, VERDICT],
    ['verdict', false, VERDICT],
    ['verdict', true, [...VERDICT, 'products']],
    ['full', undefined, [...VERDICT, 'products', 'findings', 'signals', 'words']],
  ])('is, for a key of level %s that was asked for products: %s, just this', async (level, extended, fields) => {
    const { view } = await answered(level, extended === undefined ? {} : { extended })
    expect(Object.keys(view)).toEqual(fields)
  })

  it('is, in full, every signal with its time, and a sentence for every reason', async () => {
    const { view } = await answered('full')
    expect(view.signals).toContainEqual(expect.objectContaining({ id: 's17', name: 'canvas', ms: 3.5 }))
    const reasons = [
      ...(view.bot?.reasons ?? []),
      ...(view.products?.identification.data.explanation ?? []).map(({ reason }) => reason),
      ...productsOf(view).flatMap(({ evidence }) => evidence.map(({ reason }) => reason)),
    ]
    expect(reasons.length).toBeGreaterThan(1)
    expect(Object.keys(view.words ?? {}).sort()).toEqual([...new Set(reasons)].sort())
  })
})

const productsOf = ({ products }: ClientView): readonly { readonly evidence: readonly Evidence[] }[] =>
  Object.values(products ?? {})

describe('the cookie', () => {
  it('goes to a visitor', async () => {
    expect(await answered('id')).toMatchObject({ token: 'a-token', view: { visitorId: expect.any(String) } })
  })

  it('goes to nobody when nobody was identified', async () => {
    const { token, view } = await answered('id', {}, { at: ARRIVAL + 600_001 })
    expect([token, view.visitorId]).toEqual([undefined, null])
  })
})

it('hands the event on beside the view', async () => {
  const { event, view } = await answered('id')
  expect(event).toMatchObject({ requestId: view.requestId, bot: { result: 'bot', type: 'webdriver' } })
})
