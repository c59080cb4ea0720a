import { expect, it } from 'vitest'
import { sourceLines, sourceTimes } from './source-times.ts'
import type { Visit } from './visit.ts'

const visit = (a: number, b: number): Visit => ({
  ...{ sentMs: 1, doneMs: 2, threadMs: null },
  signals: [
    { id: 's1', name: 'a', family: 'f', tier: 'semi', value: 1, ms: a },
    { id: 's2', name: 'b', family: 'f', tier: 'semi', gap: 'timeout', ms: b },
  ],
})

it('has the slowest source of later loads first', () => {
  const times = sourceTimes({ first: [visit(9, 1)], later: [visit(1, 5), visit(2, 6), visit(3, 7)] })
  expect(times).toEqual([
    { name: 'b', firstMs: 1, laterMs: 6 },
    { name: 'a', firstMs: 9, laterMs: 2 },
  ])
  expect(sourceLines(times).map((line) => line.trim().split(/\s{2,}/))).toEqual([
    ['source', 'first ms', 'later ms'],
    ['b', '1.0', '6.0'],
    ['a', '9.0', '2.0'],
  ])
})
