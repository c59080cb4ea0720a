import { expect, it } from 'vitest'
import { anEvent } from '../test/an-event.ts'
import { storedEvent } from './stored-event.ts'
import { unlookedLocation, unlookedNetwork } from './unlooked-network.ts'

it('reads an event that was stored before a field existed', () => {
  const { fields, fieldsRejected, gpc, linkedIdType, linkedIdSigned, velocity, network, location, ...before } = anEvent
  expect(storedEvent(JSON.stringify(before))).toEqual({
    ...before,
    linkedIdType: null,
    linkedIdSigned: null,
    fields: {},
    fieldsRejected: 0,
    gpc: null,
    velocity: { windows: {}, metrics: {}, suspicious: [] },
    network: unlookedNetwork,
    location: unlookedLocation,
  })
})

it('gives an event back as it was stored', () => {
  expect(storedEvent(JSON.stringify(anEvent))).toEqual(anEvent)
})
