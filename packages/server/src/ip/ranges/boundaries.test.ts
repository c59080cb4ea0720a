import { expect, it } from 'vitest'
import { createBoundaries } from './boundaries.ts'
import { LABELS_MAX } from './sweep.ts'
import { withoutTurns } from './turns.ts'

it('walks over what was added, and then over what was added next', () => {
  const boundaries = createBoundaries(withoutTurns)
  const steps: string[] = []
  const walk = (): void => boundaries.sweep((position, labels) => steps.push(`${position}: ${labels}`))
  boundaries.add(1, 3, 5)
  walk()
  boundaries.add(2, 4, 6)
  walk()
  walk()
  expect(steps).toEqual(['1: 5', '3: ', '2: 6', '4: '])
})

it('takes more than it has room for at first', () => {
  const boundaries = createBoundaries(withoutTurns)
  for (let first = 0; first < 200_000; first++) boundaries.add(first * 2, first * 2 + 1, first % 7)
  let steps = 0
  boundaries.sweep(() => {
    steps++
  })
  expect(steps).toBe(400_000)
})

it('refuses a label that does not fit', () => {
  expect(() => createBoundaries(withoutTurns).add(0, 1, LABELS_MAX)).toThrow('labels')
})
