import { toFlat } from '@tracio/contract'
import { expect, it } from 'vitest'
import { anEvent } from '../../../contract/test/an-event.ts'
import { serializePage } from './serialize-page.ts'

const parsed = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
const next = { at: anEvent.at, number: 3 }

it('gives events flat', () => {
  const page = serializePage({ events: [anEvent], next }, 'flat')
  expect({ ...page, events: parsed(page.events) }).toEqual({ events: [toFlat(anEvent)], lastAt: anEvent.at, next })
})

it('gives events as visits, by product, with the time beside it', () => {
  const { events } = serializePage({ events: [anEvent], next: null }, 'visit')
  expect(parsed(events)).toMatchObject([
    {
      products: { identification: { data: { visitorId: anEvent.identification.visitorId } } },
      timestamp: anEvent.at,
      time: new Date(anEvent.at).toISOString(),
    },
  ])
})

it('has no last time without an event', () => {
  const page = serializePage({ events: [], next: null }, 'flat')
  expect([parsed(page.events), page.lastAt]).toEqual([[], null])
})

it('gives each page bytes of its own, which can be handed to another thread', () => {
  const [one, other] = [serializePage({ events: [anEvent], next }, 'flat'), serializePage({ events: [], next }, 'flat')]
  expect(one.events.buffer).not.toBe(other.events.buffer)
  structuredClone(one.events, { transfer: [one.events.buffer] })
  expect([one.events.byteLength, parsed(other.events)]).toEqual([0, []])
})
