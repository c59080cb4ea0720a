import { expect, it } from 'vitest'
import { withCanvas } from '../../test/fake-canvas.ts'
import { paper } from '../../test/paper.ts'
import type { Global } from '../global.ts'
import { murmur128 } from '../murmur.ts'
import { utf8 } from '../utf8.ts'
import { canvas } from './canvas.ts'

const refusing = (name: string) => (): never => {
  throw new DOMException('no reading', name)
}
const digest = murmur128(utf8('data:image/png;base64,AA=='))
const image = (): string => 'data:image/png;base64,AA=='

it.each<[string, Global, unknown]>([
  [
    'digests what it drew',
    withCanvas({ '2d': paper(false) }, image),
    { value: { winding: true, geometry: digest, text: digest } },
  ],
  [
    'a path without the even-odd rule',
    withCanvas({ '2d': paper(true) }, image),
    { value: { winding: false, geometry: digest, text: digest } },
  ],
  [
    'a browser that lets nobody read a canvas',
    withCanvas({ '2d': paper(false) }, refusing('SecurityError')),
    { absent: 'denied' },
  ],
  ['a canvas that gives no image', withCanvas({ '2d': paper(false) }), { absent: 'unavailable' }],
  ['a canvas without context', withCanvas({}, image), { absent: 'unavailable' }],
  ['a document without elements', { document: {} }, { absent: 'unavailable' }],
  ['no document', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(canvas(g)).toEqual(expected)
})

it('lets an unexpected failure through, for the runner to report', () => {
  const g = withCanvas({ '2d': paper(false) }, refusing('InvalidStateError'))
  expect(() => canvas(g)).toThrow('no reading')
})
