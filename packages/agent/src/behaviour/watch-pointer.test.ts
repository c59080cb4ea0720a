import { describe, expect, it } from 'vitest'
import { move, summed, type Told } from '../../test/fake-events.ts'
import type { SummaryName } from './summaries.ts'
import { watchPointer } from './watch-pointer.ts'

const touch = { pointerType: 'touch', clientX: 900, clientY: 900 }
const at = (clientX: number, clientY: number) => ({ pointerType: 'mouse', clientX, clientY })

/** Count and mean of each summary that has any. */
function seen(events: readonly Told[], ...names: readonly SummaryName[]): Readonly<Record<string, unknown>> {
  const read = summed(watchPointer, events)
  return Object.fromEntries(names.map((name) => [name, read(name).slice(0, 2)]))
}

describe('moves', () => {
  const straight = [move(100, 0, 0), move(110, 3, 4), move(120, 6, 8)]
  it('are measured from the second on', () => {
    const all = ['moveInterval', 'moveStep', 'moveSpeed', 'moveTurn'] as const
    expect(seen(straight.slice(0, 1), ...all)).toEqual({ moveInterval: [], moveStep: [], moveSpeed: [], moveTurn: [] })
    expect(seen(straight, ...all)).toEqual({
      moveInterval: [2, 10],
      moveStep: [2, 5],
      moveSpeed: [2, 0.5],
      moveTurn: [1, 0],
    })
  })
  it.each([
    ['a right angle', [10, 10], 1.571],
    ['half back', [0, 10], 2.356],
    ['straight on', [20, 0], 0],
  ])('know a turn: %s', (_name, [x = 0, y = 0], angle) => {
    expect(seen([move(0, 0, 0), move(9, 10, 0), move(18, x, y)], 'moveTurn')).toEqual({ moveTurn: [1, angle] })
  })
  it('turn by the short way where the angle wraps', () => {
    expect(seen([move(0, 0, 0), move(9, -10, 1), move(18, -20, 0)], 'moveTurn')).toEqual({ moveTurn: [1, 0.199] })
  })
  it('have neither speed nor turn across a pause, but a step', () => {
    const events = [move(0, 0, 0), move(10, 5, 0), move(2000, 500, 300), move(2010, 505, 300)]
    expect(seen(events, 'moveStep', 'moveInterval', 'moveSpeed', 'moveTurn')).toMatchObject({
      moveStep: [3, expect.any(Number)],
      moveInterval: [2, 10],
      moveSpeed: [2, 0.5],
      moveTurn: [],
    })
  })
  it('have no speed within one tick of a coarse clock, and no direction on one place', () => {
    const events = [move(7, 0, 0), move(7, 5, 0), move(8, 5, 0)]
    expect(seen(events, 'moveSpeed', 'moveTurn')).toEqual({ moveSpeed: [1, 0], moveTurn: [] })
  })
  it('are those of the first pointer', () => {
    expect(seen([move(0, 0, 0), move(9, 5, 5, { isPrimary: false })], 'moveStep')).toEqual({ moveStep: [] })
  })
})

describe('presses', () => {
  it('last from press to release', () => {
    const events: Told[] = [
      ['pointerdown', 100, at(0, 0)],
      ['pointerup', 190],
      ['pointerup', 999],
    ]
    expect(seen(events, 'pressDwell')).toEqual({ pressDwell: [1, 90] })
  })
  it('of a mouse come some time after a move', () => {
    const events: Told[] = [move(0, 10, 10), ['pointerdown', 40, at(13, 14)]]
    expect(seen(events, 'pressPause')).toEqual({ pressPause: [1, 40] })
  })
  it('without any move before have no pause', () => {
    expect(seen([['pointerdown', 40, at(3, 4)]], 'pressPause')).toEqual({ pressPause: [] })
  })
  it('of fingers come from nowhere, and begin a movement', () => {
    const events: Told[] = [move(0, 10, 10), ['pointerdown', 40, touch], move(50, 900, 902)]
    expect(seen(events, 'pressPause', 'moveStep')).toEqual({ pressPause: [], moveStep: [1, 2] })
  })
})
