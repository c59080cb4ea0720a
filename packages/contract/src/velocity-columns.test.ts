import { expect, it } from 'vitest'
import { anEvent } from '../test/an-event.ts'
import { velocityColumns } from './velocity-columns.ts'

it('names every window of every built-in metric, and none of the operator’s own', () => {
  const names = Object.keys(velocityColumns(anEvent))
  expect(names).toHaveLength(1 + 8 * 3)
  expect(names.filter((name) => !/^(is_velocity_unusual|velocity_[a-z_]+_(5m|1h|24h))$/.test(name))).toEqual([])
})

it('says that counts are unusual only when somebody could tell', () => {
  const suspicious = [{ code: 'events_in_hour', metric: 'events', interval: '1h', count: 50, threshold: 50 }]
  const event = { ...anEvent, velocity: { ...anEvent.velocity, suspicious } }
  expect(velocityColumns(event)['is_velocity_unusual']).toBe(true)
  expect(velocityColumns({ ...event, findings: [] })['is_velocity_unusual']).toBeNull()
})
