import { expect, it } from 'vitest'
import { graphics, withCanvas } from '../../test/fake-canvas.ts'
import type { Global } from '../global.ts'
import { webglExtensions } from './webgl-extensions.ts'

const offering = (list: readonly string[] | null): Global =>
  withCanvas({ webgl: { ...graphics({}), getSupportedExtensions: () => list } })

it.each<[string, Global, unknown]>([
  ['a card', offering(['OES_texture_float', 'EXT_sRGB']), { value: ['OES_texture_float', 'EXT_sRGB'] }],
  ['a card without any', offering([]), { value: [] }],
  ['a lost context', offering(null), { absent: 'unavailable' }],
  ['a context that cannot be asked', withCanvas({ webgl: graphics({}) }), { absent: 'unavailable' }],
  ['no WebGL', withCanvas({}), { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(webglExtensions(g)).toEqual(expected)
})
