import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { locale } from './locale.ts'

const resolving = (options: Partial<Intl.ResolvedDateTimeFormatOptions>): Global => ({
  Intl: {
    DateTimeFormat: class {
      resolvedOptions() {
        return options
      }
    },
  },
})
const persian = { locale: 'fa-IR', calendar: 'persian', numberingSystem: 'arabext', hourCycle: 'h23' } as const

it.each<[string, Global, unknown]>([
  ['a Persian browser', resolving({ ...persian, timeZone: 'Asia/Tehran' }), { value: persian }],
  [
    'an engine that resolves little',
    resolving({ locale: 'en' }),
    { value: { locale: 'en', calendar: null, numberingSystem: null, hourCycle: null } },
  ],
  ['an engine that resolves nothing', resolving({}), { absent: 'unavailable' }],
  ['an engine without Intl', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(locale(g)).toEqual(expected)
})
