import { expect, it } from 'vitest'
import { graphics, withCanvas } from '../../test/fake-canvas.ts'
import type { Global } from '../global.ts'
import { webglBasics } from './webgl-basics.ts'

const masked = { 7936: 'WebKit', 7937: 'WebKit WebGL', 7938: 'WebGL 1.0', 35724: 'WebGL GLSL ES 1.0' }
const card = { 37445: 'Any Maker', 37446: 'Any Card 9000' }
const shown = {
  version: 'WebGL 1.0',
  vendor: 'WebKit',
  renderer: 'WebKit WebGL',
  shadingLanguageVersion: 'WebGL GLSL ES 1.0',
}
const hidden = { vendorUnmasked: null, rendererUnmasked: null }
const extension = ['WEBGL_debug_renderer_info']

it.each<[string, Global, unknown]>([
  [
    'tells the card where the extension is given',
    withCanvas({ webgl: graphics({ ...masked, ...card }, extension) }),
    { value: { ...shown, vendorUnmasked: 'Any Maker', rendererUnmasked: 'Any Card 9000' } },
  ],
  ['a browser that refuses the extension', withCanvas({ webgl: graphics(masked) }), { value: { ...shown, ...hidden } }],
  [
    'Gecko, which is not asked because it would warn in the console',
    withCanvas({ webgl: graphics({ ...masked, ...card, 7936: 'Mozilla', 7937: 'Any Card 9000' }, extension) }),
    { value: { ...shown, ...hidden, vendor: 'Mozilla', renderer: 'Any Card 9000' } },
  ],
  ['a lost context', withCanvas({ webgl: graphics({}) }), { absent: 'unavailable' }],
  [
    'a context that is lost and does not know it yet',
    withCanvas({ webgl: graphics({ ...masked, 7938: 'WebGL 1.0 ()' }) }),
    { absent: 'unavailable' },
  ],
  ['no WebGL', withCanvas({}), { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(webglBasics(g)).toEqual(expected)
})
