import { expect, it } from 'vitest'
import { rankPoints } from './rank-points.ts'
import { withoutTurns } from './turns.ts'

it('numbers points by their order, equal ones equally', () => {
  const points = [
    [0, 0, 0, 2],
    [0xffffffff, 0, 0, 0],
    [0, 0, 0, 2],
    [0, 1, 0, 0],
    [0, 0, 0, 0x80000000],
  ]
  expect(rankPoints(Uint32Array.from(points.flat()), withoutTurns)).toEqual({
    ranks: Uint32Array.of(0, 3, 0, 2, 1),
    points: Uint32Array.from([points[0], points[4], points[3], points[1]].flatMap((point) => point ?? [])),
  })
})

it('has no place for no point', () => {
  expect(rankPoints(new Uint32Array(), withoutTurns)).toEqual({ ranks: new Uint32Array(), points: new Uint32Array() })
})
