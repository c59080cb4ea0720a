import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { dateFormat } from './date-format.ts'

const resolvedOptions = (): object => ({})

/** An engine that writes a moment as ISO 8601 and money as a rounded number. */
const writing: Global = {
  Intl: {
    DateTimeFormat: class {
      readonly resolvedOptions = resolvedOptions
      format(atMs: number): string {
        return new Date(atMs).toISOString()
      }
    },
    NumberFormat: class {
      format(value: number): string {
        return `${Math.round(value)}`
      }
    },
  },
}
const formless = class {
  readonly resolvedOptions = resolvedOptions
}

it.each<[string, Global, unknown]>([
  ['the same moment and sum, for ever', writing, { value: { date: '2004-11-25T17:06:42.000Z', money: '-1234568' } }],
  ['an engine without numbers', { Intl: { DateTimeFormat: formless } }, { absent: 'unavailable' }],
  [
    'an engine that writes no dates',
    { Intl: { ...writing.Intl, DateTimeFormat: formless } },
    { absent: 'unavailable' },
  ],
  ['an engine without Intl', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(dateFormat(g)).toEqual(expected)
})
