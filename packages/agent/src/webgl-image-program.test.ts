import { expect, it } from 'vitest'
import { graphics } from '../test/fake-canvas.ts'
import { fakeCard } from '../test/fake-card.ts'
import { drawTriangle } from './webgl-image-program.ts'

it('makes the program once for each context, and draws anew every time', () => {
  const { gl, asked } = fakeCard(1)
  drawTriangle(gl)
  drawTriangle(gl)
  const times = (wanted: string): number => asked.filter((name) => name === wanted).length
  expect(['linkProgram', 'shaderSource', 'clear', 'drawArrays'].map(times)).toEqual([1, 2, 2, 2])
})

it('does nothing with a context that makes no programs', () => {
  expect(drawTriangle(graphics({}))).toBeUndefined()
})
