import { expect, it } from 'vitest'
import { withCanvas } from '../../test/fake-canvas.ts'
import { paper } from '../../test/paper.ts'
import type { Context2d, Global } from '../global.ts'
import { murmur128 } from '../murmur.ts'
import { canvas } from './canvas.ts'

const pixels = { data: new Uint8ClampedArray([1, 2, 3, 255]) }

/** A context that draws nothing, answers the even-odd question as told, and is read or not. */
const context = (inEvenOdd: boolean, getImageData: () => typeof pixels = () => pixels): Context2d => ({
  ...paper,
  isPointInPath: () => inEvenOdd,
  getImageData,
})

const refusing = (name: string) => (): never => {
  throw new DOMException('no reading', name)
}
const digest = murmur128(new Uint8Array(pixels.data))

it.each<[string, Global, unknown]>([
  [
    'digests what it drew',
    withCanvas({ '2d': context(false) }),
    { value: { winding: true, geometry: digest, text: digest } },
  ],
  [
    'a path without the even-odd rule',
    withCanvas({ '2d': context(true) }),
    { value: { winding: false, geometry: digest, text: digest } },
  ],
  [
    'a browser that lets nobody read a canvas',
    withCanvas({ '2d': context(false, refusing('SecurityError')) }),
    { absent: 'denied' },
  ],
  ['a canvas that gives no pixels', withCanvas({ '2d': paper }), { absent: 'unavailable' }],
  ['a canvas without context', withCanvas({}), { absent: 'unavailable' }],
  ['a document without elements', { document: {} }, { absent: 'unavailable' }],
  ['no document', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(canvas(g)).toEqual(expected)
})

it('lets an unexpected failure through, for the runner to report', () => {
  const g = withCanvas({ '2d': context(false, refusing('InvalidStateError')) })
  expect(() => canvas(g)).toThrow('no reading')
})
