import { describe, expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { timeSources } from './time-sources.ts'

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
    const reading = timeSources.zoneHistory({ Date: InLateSummerTime })
    expect(reading).toEqual({ value: [...Array(21).fill(0), 60, 0, 60] })
  })
  it('is unavailable where there are no dates', () => {
    expect(timeSources.zoneHistory({})).toEqual({ absent: 'unavailable' })
  })
})

describe('intlCatalogues', () => {
  const catalogue = (zones: readonly string[]): Global => ({
    Intl: { supportedValuesOf: (key) => (key === 'timeZone' ? zones : [key]) },
  })
  it('tells how long each list is, and tells lists of one length apart', () => {
    const one = timeSources.intlCatalogues(catalogue(['Europe/Kiev', 'UTC']))
    const other = timeSources.intlCatalogues(catalogue(['Europe/Kyiv', 'UTC']))
    expect(one).toMatchObject({ value: { currency: { count: 1 }, timeZone: { count: 2 } } })
    expect(other).not.toEqual(one)
  })
  it.each<[string, Global]>([
    ['an engine without Intl', {}],
    ['an engine that lists nothing', { Intl: {} }],
  ])('is unavailable in %s', (_name, g) => {
    expect(timeSources.intlCatalogues(g)).toEqual({ absent: 'unavailable' })
  })
})

describe('localWords', () => {
  const words = {
    DisplayNames: class {
      of(): undefined {
        return undefined
      }
    },
    RelativeTimeFormat: class {
      format(value: number, unit: string): string {
        return `${value} ${unit}`
      }
    },
    Collator: class {
      compare(a: string, b: string): number {
        return a < b ? 1 : -1
      }
    },
  }
  it('tells words and the order of signs, and nothing for a region without a name', () => {
    expect(timeSources.localWords({ Intl: words })).toEqual({ value: ['', '-1 quarter', 'čåäzha_ZA91-'] })
  })
  it('is in the language of the runtime', () => {
    expect(timeSources.localWords({ Intl })).toMatchObject({
      value: [expect.stringMatching(/^T/), 'last quarter', expect.any(String)],
    })
  })
  it.each(['DisplayNames', 'RelativeTimeFormat', 'Collator'] as const)('is unavailable without %s', (missing) => {
    const { [missing]: _left, ...rest } = words
    expect(timeSources.localWords({ Intl: rest })).toEqual({ absent: 'unavailable' })
  })
})
