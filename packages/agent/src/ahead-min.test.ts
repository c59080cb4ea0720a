import { expect, it } from 'vitest'
import { aheadMin } from './ahead-min.ts'

const zone = (offsetMin: (year: number, month: number, day: number) => number) =>
  class {
    readonly #offsetMin: number
    constructor(year: number, month: number, day: number) {
      this.#offsetMin = offsetMin(year, month, day)
    }
    getTimezoneOffset(): number {
      return this.#offsetMin
    }
  }

it('counts ahead of UTC, in the middle of the month', () => {
  expect(
    aheadMin(
      zone((year, month, day) => (`${year}-${month}-${day}` === '1942-6-15' ? -120 : 0)),
      1942,
      6,
    ),
  ).toBe(120)
})

it('never tells minus zero', () => {
  expect(
    aheadMin(
      zone(() => 0),
      2026,
      0,
    ),
  ).toBe(0)
})
