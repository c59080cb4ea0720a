import { describe, expect, it } from 'vitest'
import { zoneHistory } from './zone-history.ts'

describe('zoneHistory', () => {
  it('tells the past of a zone in order, ahead of UTC, and never minus zero', () => {
    class InLateSummerTime {
      readonly #late: boolean
      constructor(year: number, month: number) {
        this.#late = year >= 2016 && month === 6
      }
      getTimezoneOffset(): number {
        return this.#late ? -60 : 0
      }
    }
    const reading = zoneHistory({ Date: InLateSummerTime })
    expect(reading).toEqual({ value: [...Array(17).fill(0), 60] })
  })
  it('is unavailable where there are no dates', () => {
    expect(zoneHistory({})).toEqual({ absent: 'unavailable' })
  })
})
