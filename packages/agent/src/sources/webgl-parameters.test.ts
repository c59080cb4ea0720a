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
const known = { MAX_TEXTURE_SIZE: 8192, ALIASED_POINT_SIZE_RANGE: [1, 1023], MAX_VIEWPORT_DIMS: [8192, 8192] }

it.each<[string, Global, unknown]>([
  [
    'numbers and pairs; what the context does not know is left out',
    withCanvas({ webgl: graphics(card) }),
    { value: known },
  ],
  [
    'a card with anisotropic filtering',
    withCanvas({ webgl: graphics(card, ['EXT_texture_filter_anisotropic']) }),
    { value: { ...known, MAX_TEXTURE_MAX_ANISOTROPY_EXT: 16 } },
  ],
  ['a lost context', withCanvas({ webgl: graphics({}) }), { absent: 'unavailable' }],
  ['no WebGL', withCanvas({}), { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(webglParameters(g)).toEqual(expected)
})
