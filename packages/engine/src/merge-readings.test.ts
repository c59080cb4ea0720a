import { expect, it } from 'vitest'
import { deepFreeze } from '../test/deep-freeze.ts'
import { chromeOnWindows, type Person } from '../test/people.ts'
import { readingsOf } from '../test/visit.ts'
import { mergeReadings } from './merge-readings.ts'

const readings = (person: Person) => deepFreeze(readingsOf(person))
const primary = readings(chromeOnWindows)
const nothing = readings({})

it('is the primary when nothing came late', () => {
  expect(mergeReadings(primary, nothing)).toEqual(primary)
})

it('is what came late where the primary had skipped everything', () => {
  expect(mergeReadings(nothing, primary)).toEqual(primary)
})

it.each<[string, Person]>([
  ['a frozen signal', { canvas: { winding: true, geometry: '1'.repeat(32), text: '2'.repeat(32) } }],
  ['a semi-stable one', { vendor: 'Apple Computer, Inc.' }],
  ['a volatile one', { languages: ['fr-FR'] }],
  ['the flag of a driver', { webdriver: true }],
])('keeps the first value of %s', (_name, late) => {
  expect(mergeReadings(primary, readings(late))).toEqual(primary)
})

it.each(['timeout', 'error', 'denied', 'blocked', 'unavailable', 'skipped'] as const)(
  'fills with a late value what was %s',
  (gap) => {
    const before = { ...primary, audio: { gap } }
    expect(mergeReadings(before, primary)).toEqual(primary)
  },
)

it.each(['unstable', 'invalid'] as const)('does not take back that a reading was %s', (gap) => {
  const before = { ...primary, canvas: { gap, evidence: 'as seen' } }
  expect(mergeReadings(before, primary)).toEqual(before)
})

it('explains by a late gap what was skipped, and no other gap', () => {
  const late = { ...nothing, audio: { gap: 'timeout' }, canvas: { gap: 'timeout' } } as const
  const before = { ...nothing, canvas: { gap: 'denied' } } as const
  expect(mergeReadings(before, late)).toEqual({ ...nothing, audio: { gap: 'timeout' }, canvas: { gap: 'denied' } })
})
