import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { utcOffsets } from './utc-offsets.ts'

/** A clock by which local time is behind UTC by the given minutes in the month. */
const behind = (minutesOf: (month: number) => number): Global => ({
  Date: class {
    readonly getTimezoneOffset: () => number
    constructor(_year: number, month: number, _day: number) {
      this.getTimezoneOffset = () => minutesOf(month)
    }
  },
})

it.each<[string, Global, unknown]>([
  ['Prague, with summer time in July', behind((month) => (month === 6 ? -120 : -60)), { januaryMin: 60, julyMin: 120 }],
  [
    'Sydney, with summer time in January',
    behind((month) => (month === 0 ? -660 : -600)),
    { januaryMin: 660, julyMin: 600 },
  ],
  ['Newfoundland, by half an hour', behind((month) => (month === 6 ? 150 : 210)), { januaryMin: -210, julyMin: -150 }],
  ['Iceland, as a zero that is not below itself', behind(() => 0), { januaryMin: 0, julyMin: 0 }],
])('%s', (_name, g, value) => {
  expect(utcOffsets(g)).toEqual({ value })
})

it('is unavailable where there is no calendar', () => {
  expect(utcOffsets({})).toEqual({ absent: 'unavailable' })
})
