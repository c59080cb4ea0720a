import { expect, it } from 'vitest'
import { fakeCard } from '../test/fake-card.ts'
import { compiled, drawTriangle, FRAGMENT_SHADER_KIND } from './draw-triangle.ts'

it('makes the program once for each context, and draws anew every time', () => {
  const { gl, asked } = fakeCard(1)
  drawTriangle(gl)
  drawTriangle(gl)
  const times = (wanted: string): number => asked.filter((name) => name === wanted).length
  expect(['linkProgram', 'shaderSource', 'clear', 'drawArrays'].map(times)).toEqual([1, 2, 2, 2])
})

it('tells a shader to compile and waits for nothing', () => {
  const { gl, asked } = fakeCard(1)
  compiled(gl, FRAGMENT_SHADER_KIND, 'void main(){}')
  expect(asked).toEqual(['shaderSource', 'compileShader'])
})
