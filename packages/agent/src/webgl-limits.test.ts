import { expect, it } from 'vitest'
import { graphics } from '../test/fake-canvas.ts'
import { webglLimits } from './webgl-limits.ts'

it('gives numbers and pairs by the number of their constant, and leaves out what the context does not know', () => {
  const gl = graphics({ 7938: 'WebGL 1.0', [0xd33]: 8192, [0xd3a]: new Int32Array([4, 5]), [0x1f00]: 'a maker' })
  expect(webglLimits(gl, 'd33 d3a 1f00 8869')).toEqual({ value: { d33: 8192, d3a: [4, 5] } })
})

it.each([
  ['a lost context', graphics({ [0xd33]: 8192 })],
  ['no context', null],
])('is unavailable with %s', (_name, gl) => {
  expect(webglLimits(gl, 'd33')).toEqual({ absent: 'unavailable' })
})
