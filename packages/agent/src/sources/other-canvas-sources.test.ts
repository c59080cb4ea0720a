import { expect, it } from 'vitest'
import { withCanvas } from '../../test/fake-canvas.ts'
import { framing } from '../../test/fake-frame.ts'
import { answering } from '../../test/fake-worker.ts'
import { paper } from '../../test/paper.ts'
import type { Global } from '../global.ts'
import { murmur128 } from '../murmur.ts'
import { utf8 } from '../utf8.ts'
import { otherCanvasSources } from './other-canvas-sources.ts'

const { frameCanvas, workerCanvas } = otherCanvasSources
const IMAGE = 'data:image/png;base64,AA=='
const value = murmur128(utf8(IMAGE))

const refusing = (name: string) => (): never => {
  throw new DOMException('no reading', name)
}
const framed = (toDataURL?: () => string): Global =>
  framing({ window: withCanvas({ '2d': paper(false) }, toDataURL) }).g

it.each<[string, Global, object]>([
  ['digests what a frame draws', framed(() => IMAGE), { value }],
  ['a browser that lets nobody read a canvas', framed(refusing('SecurityError')), { absent: 'denied' }],
  ['a canvas that gives no image', framed(), { absent: 'unavailable' }],
  ['a frame without a window', framing({}).g, { absent: 'unavailable' }],
  ['no frames', {}, { absent: 'unavailable' }],
])('%s', (_name, g, sample) => {
  expect(frameCanvas(g)).toEqual(sample)
})

it('lets an unexpected failure through, for the runner to report', () => {
  expect(() => frameCanvas(framed(refusing('InvalidStateError')))).toThrow('no reading')
})

it('digests what a worker draws, or says that it draws nothing', async () => {
  expect(await workerCanvas(answering({ image: IMAGE }).g)).toEqual({ value })
  expect(await workerCanvas(answering({}).g)).toEqual({ absent: 'unavailable' })
})
