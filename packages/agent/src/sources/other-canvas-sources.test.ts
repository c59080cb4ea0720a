import { expect, it } from 'vitest'
import { withCanvas } from '../../test/fake-canvas.ts'
import { framing } from '../../test/fake-frame.ts'
import { answering } from '../../test/fake-worker.ts'
import { paper } from '../../test/paper.ts'
import type { Global } from '../global.ts'
import { murmur128 } from '../murmur.ts'
import { otherCanvasSources } from './other-canvas-sources.ts'

const { frameCanvas, workerCanvas } = otherCanvasSources
const image = new Uint8ClampedArray([1, 2, 3, 255])
const value = murmur128(new Uint8Array(image))

const refusing = (name: string) => (): never => {
  throw new DOMException('no reading', name)
}
const framed = (getImageData?: () => { readonly data: Uint8ClampedArray }): Global =>
  framing({ window: withCanvas({ '2d': { ...paper, ...(getImageData ? { getImageData } : {}) } }) }).g

it.each<[string, Global, object]>([
  ['digests what a frame draws', framed(() => ({ data: image })), { value }],
  ['a browser that lets nobody read a canvas', framed(refusing('SecurityError')), { absent: 'denied' }],
  ['a canvas that gives no pixels', framed(), { absent: 'unavailable' }],
  ['a frame without a window', framing({}).g, { absent: 'unavailable' }],
  ['no frames', {}, { absent: 'unavailable' }],
])('%s', (_name, g, sample) => {
  expect(frameCanvas(g)).toEqual(sample)
})

it('lets an unexpected failure through, for the runner to report', () => {
  expect(() => frameCanvas(framed(refusing('InvalidStateError')))).toThrow('no reading')
})

it('digests what a worker draws, or says that it draws nothing', async () => {
  expect(await workerCanvas(answering({ image }).g)).toEqual({ value })
  expect(await workerCanvas(answering({}).g)).toEqual({ absent: 'unavailable' })
})
