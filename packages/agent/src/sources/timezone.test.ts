import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { timezone } from './timezone.ts'

const inZone = (zone: { timeZone?: string }): Global => ({
  Intl: {
    DateTimeFormat: class {
      resolvedOptions(): { timeZone?: string } {
        return zone
      }
    },
  },
})

it.each<[string, Global, unknown]>([
  ['hands the name on as it is', inZone({ timeZone: 'Asia/Kathmandu' }), { value: 'Asia/Kathmandu' }],
  ['a browser that leaves the zone out', inZone({}), { absent: 'unavailable' }],
  ['an engine with half of Intl', { Intl: {} }, { absent: 'unavailable' }],
  ['an engine without Intl', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(timezone(g)).toEqual(expected)
})
