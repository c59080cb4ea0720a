import { expect, it } from 'vitest'
import { anEntry, create } from '../../test/ledger-entries.ts'
import { visitOf } from './visit-of.ts'

const { event, address } = anEntry('1_a', { at: 7, change: create('ada') })

it('takes of an event what it is counted by', () => {
  const seen = { ...address, country: 'CZ', zoneFits: false }
  expect(visitOf({ event: { ...event, linkedId: 'order-7', tag: 'buy' }, address: seen })).toEqual({
    workspaceId: event.workspaceId,
    environment: 'live',
    at: 7,
    trusted: true,
    visitorId: 'ada',
    ip: '192.0.2.1',
    linkedId: 'order-7',
    tag: 'buy',
    deviceHash: null,
    country: 'CZ',
    countryAsked: true,
    zoneFits: false,
  })
})

it.each(['replayed', 'expired'] as const)('does not trust a session that is %s', (session) => {
  expect(visitOf({ event: { ...event, session }, address }).trusted).toBe(false)
})
