import type { ShownSignal } from '@tracio/contract'
import { expect, it } from 'vitest'
import { stability } from './stability.ts'

const signal = (name: string, tier: ShownSignal['tier'], value: unknown): ShownSignal => ({
  ...{ id: 's0', name, family: 'f', tier, value },
})
const visit = (canvas: string, cores: number, viewport: number): readonly ShownSignal[] => [
  signal('canvas', 'frozen', canvas),
  signal('cores', 'semi', cores),
  signal('viewport', 'volatile', viewport),
]

it('counts what lasts, and names what changed', () => {
  expect(stability([visit('a', 4, 1), visit('a', 4, 2)], false)).toEqual({ share: 1, changed: [] })
  expect(stability([visit('a', 4, 1), visit('a', 8, 1), visit('a', 4, 1)], false)).toEqual({
    share: 0.5,
    changed: ['cores'],
  })
})

it('takes a gap in the place of a value for a change', () => {
  const { value: _value, ...rest } = signal('cores', 'semi', 4)
  expect(stability([[signal('cores', 'semi', 4)], [{ ...rest, gap: 'timeout' }]], false).changed).toEqual(['cores'])
})

it('leaves out what Firefox spoils at every start, and nothing else', () => {
  expect(stability([visit('a', 4, 1), visit('b', 8, 1)], true)).toEqual({ share: 0, changed: ['cores'] })
})

it('does not call nothing stable', () => {
  expect(stability([], false).share).toBe(0)
})
