import { expect, it } from 'vitest'
import { anEvent } from '../test/an-event.ts'
import { storedEvent } from './stored-event.ts'

it('gives an event back as it was stored', () => {
  expect(storedEvent(JSON.stringify(anEvent))).toEqual(anEvent)
})
