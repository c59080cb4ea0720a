import { expect, it } from 'vitest'
import { againstBar, againstReference, median, quantile, report, told } from './report.ts'

it('says whether a ratio reaches its bar, in either direction and exactly at it', () => {
  expect(againstReference('rps', 'req/s', 400, 1000, 0.4, 'higher').ok).toBe(true)
  expect(againstReference('rps', 'req/s', 399, 1000, 0.4, 'higher').ok).toBe(false)
  expect(againstBar('p99', 'ms', 10, 10, 'lower').ok).toBe(true)
  expect(againstBar('p99', 'ms', 10.1, 10, 'lower').ok).toBe(false)
  expect(told('bytes', 'B', 1).ok).toBeNull()
})

it('prints the JSON as the last line, and fails when a bar is missed', () => {
  let printed = ''
  const results = [againstBar('p99', 'ms', 12, 10, 'lower'), told('bytes', 'B', 1)]
  expect(report('ingest', results, (text) => (printed += text))).toBe(false)
  expect(printed).toContain('MISSED')
  expect(JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '')).toEqual({ bench: 'ingest', results })
})

it('finds the middle and the tail', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
  expect(
    quantile(
      Array.from({ length: 100 }, (_, i) => i),
      0.99,
    ),
  ).toBe(99)
})
