import { expect, it } from 'vitest'
import { boundary, END, LABELS_MAX, sweep } from './sweep.ts'
import { withoutTurns } from './turns.ts'

/** Ranges as first, behind the last, label; the answer as position and labels. */
function swept(...ranges: readonly (readonly [number, number, number])[]) {
  const steps: [number, readonly number[]][] = []
  sweep(
    Float64Array.from(ranges, ([first, , label]) => boundary(first, label)),
    Float64Array.from(ranges, ([, after, label]) => boundary(after, label)),
    (position, active) => steps.push([position, [...active]]),
    withoutTurns,
  )
  return steps
}

it('says which labels hold from where', () => {
  expect(swept([10, 20, 3], [15, 30, 1])).toEqual([
    [10, [3]],
    [15, [1, 3]],
    [20, [1]],
    [30, []],
  ])
})

it('keeps a label until its last range ends', () => {
  expect(swept([0, 10, 7], [5, 20, 7])).toEqual([
    [0, [7]],
    [5, [7]],
    [10, [7]],
    [20, []],
  ])
})

it('goes from one range to the next that touches it in one step', () => {
  expect(swept([0, 10, 1], [10, 20, 2])).toEqual([
    [0, [1]],
    [10, [2]],
    [20, []],
  ])
})

it('ends nothing behind the last address', () => {
  expect(swept([END - 1, END, LABELS_MAX - 1])).toEqual([[END - 1, [LABELS_MAX - 1]]])
})

it('has nothing to say without ranges', () => {
  expect(swept()).toEqual([])
})
