import { expect, it } from 'vitest'
import { parseAddress } from '../../packages/server/src/ip/parse-address.ts'
import { compileRanges } from '../../packages/server/src/ip/ranges/compile-ranges.ts'
import { createRandom } from '../ingest/random.ts'
import { drawAddresses } from './addresses.ts'
import { figures } from './ip.ts'
import { drawLists } from './lists.ts'
import type { LoadedFigures } from './measure-loaded.ts'

it('draws as many ranges as it was asked for, and they compile', () => {
  const lists = drawLists(10_000, createRandom(1))
  const words = lists.flatMap(({ parts }) => parts).reduce((sum, { ranges }) => sum + ranges.v4.length, 0)
  expect(words / 2).toBeGreaterThanOrEqual(10_000)
  expect(words / 2).toBeLessThan(10_100)
  expect(compileRanges(lists).table.v4.values.length).toBeGreaterThan(10_000)
})

it('draws addresses, one of four IPv6', () => {
  const versions = drawAddresses(400, createRandom(1)).map((text) => parseAddress(text)?.version)
  expect([4, 6].map((version) => versions.filter((one) => one === version).length)).toEqual([300, 100])
})

it('judges speed, memory and compile time by their bars', () => {
  const loaded: LoadedFigures = {
    medianUs: 8.1,
    p99Us: 20,
    listedShare: 0.1,
    placedShare: 0.1,
    addedBytes: 250e6,
    addedAtOnceBytes: 1,
    rangeSetBytes: 1,
    networkBytes: 1,
    segments: 1,
    sourceSets: 1,
    compileMs: 5000,
    longestPauseMs: 1,
    openMs: 1,
  }
  const judged = figures(loaded, { ...loaded, addedBytes: 251e6 }, { medianUs: 81, p99Us: 100 })
  expect(judged.filter(({ ok }) => ok !== null).map(({ ok }) => ok)).toEqual([false, true, false, true])
  expect(judged[0]).toMatchObject({ reference: 81, ratio: 8.1 / 81 })
})
