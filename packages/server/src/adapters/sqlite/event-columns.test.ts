import { expect, it } from 'vitest'
import { anEntry, create } from '../../../test/ledger-entries.ts'
import { eventColumnNames, eventColumnValues } from './event-columns.ts'

it('has one value for each name, and null for what an event does not say', () => {
  const { event } = anEntry('1_a', { change: create('ada') })
  const row = Object.fromEntries(eventColumnNames.map((name, index) => [name, eventColumnValues(event)[index]]))
  expect(row).toMatchObject({
    environment: 'live',
    session_state: 'fresh',
    match_kind: 'new',
    ip: '192.0.2.1',
    linked_id: null,
    device_hash: null,
    browser: 'Chrome',
    os: null,
    bot_result: 'human',
    risk_level: 'normal',
    action: 'allow',
    network: 0,
  })
})
