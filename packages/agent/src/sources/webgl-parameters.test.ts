import { expect, it } from 'vitest'
import { graphics, withCanvas } from '../../test/fake-canvas.ts'
import type { Global } from '../global.ts'
import { webglParameters } from './webgl-parameters.ts'

const card = {
  7938: 'WebGL 1.0',
  3379: 8192,
  33901: new Float32Array([1, 1023]),
  3386: new Int32Array([8192, 8192]),
  34047: 16,
}
const known = { d33: 8192, '846d': [1, 1023], d3a: [8192, 8192] }

it.each<[string, Global, unknown]>([
  [
    'numbers and pairs; what the context does not know is left out',
    withCanvas({ webgl: graphics(card) }),
    { value: known },
  ],
  [
    'a card with anisotropic filtering',
    withCanvas({ webgl: graphics(card, ['EXT_texture_filter_anisotropic']) }),
    { value: { ...known, '84ff': 16 } },
  ],
  ['a lost context', withCanvas({ webgl: graphics({}) }), { absent: 'unavailable' }],
  ['no WebGL', withCanvas({}), { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(webglParameters(g)).toEqual(expected)
})
