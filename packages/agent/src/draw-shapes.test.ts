import { expect, it } from 'vitest'
import { paper } from '../test/paper.ts'
import { drawShapes, SHAPES_HEIGHT, SHAPES_WIDTH } from './draw-shapes.ts'

it('fills its whole size, and paints over it', () => {
  const filled: number[][] = []
  const painted: string[] = []
  drawShapes({
    ...paper(false),
    fillRect: (...box) => void filled.push(box),
    stroke: () => void painted.push('stroke'),
    fill: () => void painted.push('fill'),
  })
  expect([filled, painted]).toEqual([[[0, 0, SHAPES_WIDTH, SHAPES_HEIGHT]], ['stroke', 'fill']])
})
