import { expect, it } from 'vitest'
import { compare } from './compare.ts'

const facts = (hour: number | null, least?: number) => ({
  others: {
    ipEvents: {
      intervals: { '1h': hour },
      ...(least === undefined ? {} : { unknown: 'capped' as const, atLeast: { '1h': least } }),
    },
  },
  newcomer: {},
  visitors: [],
})

it.each([
  ['the right number', facts(3), { compared: 1, wrong: 0, unknown: 0 }],
  ['another number', facts(2), { compared: 1, wrong: 1, unknown: 0 }],
  ['unknown, at least as many as there were', facts(null, 3), { compared: 0, wrong: 0, unknown: 1 }],
  ['unknown, at least more than there were', facts(null, 4), { compared: 0, wrong: 1, unknown: 1 }],
])('judges %s', (_name, said, expected) => {
  const result = { compared: 0, wrong: 0, unknown: 0 }
  compare(said, facts(3), result)
  expect(result).toEqual(expected)
})
