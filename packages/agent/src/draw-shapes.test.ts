import { expect, it } from 'vitest'
import { paper } from '../test/paper.ts'
import { drawShapes, SHAPES_HEIGHT, SHAPES_WIDTH } from './draw-shapes.ts'

it('fills its whole size, and paints over it', () => {
  const filled: number[][] = []
  const scales: number[] = []
  const painted: string[] = []
  drawShapes({
    ...paper,
    scale: (x, y) => void scales.push(x, y),
    fillRect: (...box) => void filled.push(box),
    stroke: () => void painted.push('stroke'),
    fill: () => void painted.push('fill'),
  })
  expect(scales).toEqual([0.5, 0.5])
  expect([filled, painted]).toEqual([[[0, 0, 2 * SHAPES_WIDTH, 2 * SHAPES_HEIGHT]], ['stroke', 'fill']])
})
