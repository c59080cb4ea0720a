import { describe, expect, it } from 'vitest'
import { withCanvas } from '../../test/fake-canvas.ts'
import { paper } from '../../test/paper.ts'
import type { Context2d, Global } from '../global.ts'
import { murmur128 } from '../murmur.ts'
import { utf8 } from '../utf8.ts'
import { canvasSources } from './canvas-sources.ts'

const PNG = 'data:image/png;base64,AA=='

/** A browser that writes one format besides PNG. */
const writing = (known: string): Global =>
  withCanvas({ '2d': paper }, (type) => (type === known ? `data:${known};base64,BB==` : PNG))

const refusing = (name: string) => (): never => {
  throw new DOMException('no reading', name)
}

it('digests the formats that the browser writes, and gives null where it writes PNG instead', () => {
  const digest = murmur128(utf8('data:image/webp;base64,BB=='))
  expect(canvasSources.canvasEncodings(writing('image/webp'))).toEqual({
    value: [null, digest, null, null, null],
  })
})

it('tells what properties say after an assignment, and null for those that are missing', () => {
  const deaf: Context2d = Object.defineProperty({ ...paper }, 'fillStyle', {
    get: () => '#000000',
    set: () => undefined,
  })
  expect(canvasSources.canvasFeatures(withCanvas({ '2d': deaf }))).toEqual({
    value: [
      'bold italic 1e1px/2 Ab, serif',
      '#000000',
      'hsl(200 40% 30% / .501)',
      ...Array(5).fill(null),
      'plus-lighter',
    ],
  })
})

it('gives the pixels as they are read', () => {
  const seen: Context2d = { ...paper, getImageData: () => ({ data: new Uint8ClampedArray([1, 2, 3, 255]) }) }
  expect(canvasSources.canvasPixels(withCanvas({ '2d': seen }))).toEqual({ value: [1, 2, 3, 255] })
})

it('is denied where a canvas may not be read, and lets other failures through for the runner to report', () => {
  const read = (name: string) => canvasSources.canvasEncodings(withCanvas({ '2d': paper }, refusing(name)))
  expect(read('SecurityError')).toEqual({ absent: 'denied' })
  expect(() => read('InvalidStateError')).toThrow('no reading')
})

describe.each(Object.entries(canvasSources))('%s', (_name, source) => {
  it.each([
    ['a canvas without context', withCanvas({})],
    ['no document', {}],
  ])('is unavailable with %s', (_place, g) => {
    expect(source(g)).toEqual({ absent: 'unavailable' })
  })
})
