import { expect, it } from 'vitest'
import { graphics } from '../test/fake-canvas.ts'
import { gpuNames } from './gpu-names.ts'

const DEBUG = 'WEBGL_debug_renderer_info'
const names = { 7936: 'v', 7937: 'r', 37445: 'V', 37446: 'R' }

it.each([
  ['unmasked names where there are any', graphics(names, [DEBUG]), { vendor: 'V', renderer: 'R' }],
  ['open names where there are no others', graphics(names), { vendor: 'v', renderer: 'r' }],
  ['open names in Gecko', graphics({ ...names, 7936: 'Mozilla' }, [DEBUG]), { vendor: 'Mozilla', renderer: 'r' }],
])('tells %s', (_name, gl, told) => {
  expect(gpuNames(gl, (name) => gl.getParameter(name))).toEqual(told)
})
