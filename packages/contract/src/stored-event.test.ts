import { expect, it } from 'vitest'
import { anEvent } from '../test/an-event.ts'
import { storedEvent } from './stored-event.ts'

it('says of an event from before there were counters that nobody counted', () => {
  const { velocity: _later, ...before } = anEvent
  expect(storedEvent(JSON.stringify(before)).velocity).toEqual({ windows: {}, metrics: {}, suspicious: [] })
})

it('gives an event back as it was stored', () => {
  expect(storedEvent(JSON.stringify(anEvent))).toEqual(anEvent)
})
