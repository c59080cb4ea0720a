import { expect, it } from 'vitest'
import { createSummaries } from './summaries.ts'

const of = (...measures: readonly number[]): readonly number[] => {
  const { add, read } = createSummaries()
  for (const measure of measures) add('moveStep', measure)
  return read('moveStep')
}

it.each([
  ['says nothing of nothing', [], []],
  ['knows no deviation of one', [7], [1, 7, 0, 7, 7]],
  ['gives count, mean, deviation, least and most', [2, 4, 4, 4, 5, 5, 7, 9], [8, 5, 2, 2, 9]],
  ['keeps zeros apart from nothing', [0, 0], [2, 0, 0, 0, 0]],
  ['takes what is less than nothing for zero', [-3, 1], [2, 0.5, 0.5, 0, 1]],
  ['goes no further than the thousandth', [0.1234567, 0.1234567], [2, 0.123, 0, 0.123, 0.123]],
])('%s', (_promise, measures, summary) => {
  expect(of(...measures)).toEqual(summary)
})

it('stays exact where the mean is far from zero', () => {
  expect(of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16)).toEqual([4, 1e9 + 10, 4.743, 1e9 + 4, 1e9 + 16])
})

it('keeps its names apart', () => {
  const { add, read } = createSummaries()
  add('keyDwell', 80)
  add('keyInterval', 200)
  expect([read('keyDwell'), read('keyInterval'), read('scrolls')]).toEqual([
    [1, 80, 0, 80, 80],
    [1, 200, 0, 200, 200],
    [],
  ])
})
