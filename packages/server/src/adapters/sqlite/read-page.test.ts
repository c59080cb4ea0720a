import { expect, it } from 'vitest'
import { anEvent } from '../../../../contract/test/an-event.ts'
import { readPage } from './read-page.ts'

const row = (number: number, at: number) => ({
  number,
  at,
  event: JSON.stringify({ ...anEvent, at, requestId: `1_${number}` }),
})
/** As no search would give them: in no order. */
const rows = [row(2, 10), row(1, 20), row(3, 10)]

it.each([
  ['newest', 2, ['1_1', '1_3'], { at: 10, number: 3 }],
  ['oldest', 2, ['1_2', '1_3'], { at: 10, number: 3 }],
  ['newest', 3, ['1_1', '1_3', '1_2'], null],
  ['oldest', 1, ['1_2'], { at: 10, number: 2 }],
] as const)('puts the %s first, %i of three', (order, limit, ids, next) => {
  const page = readPage(rows, { order, limit })
  expect([page.events.map(({ requestId }) => requestId), page.next]).toEqual([ids, next])
})

it('gives an empty page for no rows', () => {
  expect(readPage([], { order: 'newest', limit: 20 })).toEqual({ events: [], next: null })
})
