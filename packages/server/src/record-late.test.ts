import { expect, it } from 'vitest'
import { ARRIVAL, frontDesk, received } from '../test/front-desk.ts'
import { anEntry, create } from '../test/ledger-entries.ts'
import { aPayload, seal } from '../test/payloads.ts'
import { recordLate } from './record-late.ts'

it('keeps the event, the readings as they were sent, and what was seen of the late request', async () => {
  const desk = await frontDesk()
  const headers = { accept: '*/*', cookie: '_tcid=secret', authorization: 'Bearer secret' }
  const request = received(seal(await desk.issue(), aPayload({}, { phase: 'late' })), {
    at: ARRIVAL + 5000,
    ip: '192.0.2.9',
    cookie: 'secret',
    headers,
  })
  const opened = await desk.open(request)
  const { event } = anEntry('1_a', { change: create('ada') })
  const { late, ...beside } = recordLate(event, { turn: { addresses: ['198.51.100.7'] } }, opened, request)
  expect(beside).toEqual({ event, replacedAt: ARRIVAL + 5000 })
  expect(late).toMatchObject({ bodyHash: opened.bodyHash, readings: opened.stored })
  expect(JSON.parse(late?.observations ?? '')).toEqual({
    page: { agentVersion: '0.1.0' },
    request: {
      at: ARRIVAL + 5000,
      ip: '192.0.2.9',
      userAgent: request.userAgent,
      headers: { accept: '*/*' },
      sealed: true,
    },
    turn: { addresses: ['198.51.100.7'] },
  })
})
