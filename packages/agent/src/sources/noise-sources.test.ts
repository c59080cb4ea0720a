import { expect, it } from 'vitest'
import { withCanvas } from '../../test/fake-canvas.ts'
import { framing } from '../../test/fake-frame.ts'
import { paper } from '../../test/paper.ts'
import type { Context2d, Global } from '../global.ts'
import { noiseSources } from './noise-sources.ts'

const { canvasNoise, rectsNoise } = noiseSources
const clean = { value: { changed: 0, moved: 0 } }

/** A canvas that remembers single pixels, and shows them as `shown` says, with the number of the look. */
function remembering(shown: (value: number, at: number, look: number) => number): Global {
  const pixels: number[] = []
  let looks = 0
  const context: Pick<Context2d, 'fillStyle' | 'fillRect' | 'getImageData'> = {
    fillStyle: '',
    fillRect(x) {
      const rgb = /\d+,\d+,\d+/.exec(String(this.fillStyle))?.[0].split(',').map(Number) ?? []
      for (const [i, value] of [...rgb, 255].entries()) pixels[x * 4 + i] = value
    },
    getImageData() {
      looks++
      return { data: new Uint8ClampedArray(pixels.map((value, at) => shown(value, at, looks))) }
    },
  }
  // The source draws with nothing else.
  return withCanvas({ '2d': context as Context2d })
}

it.each<[string, Global, unknown]>([
  ['a canvas that tells the truth', remembering((value) => value), clean],
  [
    'the same noise at every look',
    remembering((value, at) => (at === 10 ? value + 3 : value)),
    { value: { changed: 1, moved: 0 } },
  ],
  [
    'another noise at every look',
    remembering((value, at, look) => (at === 1 || at === 5 ? value - look : value)),
    { value: { changed: 2, moved: 2 } },
  ],
  ['no context', withCanvas({}), { absent: 'unavailable' }],
  ['no document', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(canvasNoise(g)).toEqual(expected)
})

/** A frame whose elements are as wide as they are told to be, and wider with every look. */
function measuring(wider: number): Global {
  let looks = 0
  const createElement = () => ({
    style: { cssText: '' },
    textContent: '',
    offsetWidth: 100,
    getBoundingClientRect: () => ({ width: 100 + wider * looks++, height: 50 }),
  })
  return framing({ document: { body: { append: () => undefined }, createElement } }).g
}

it.each<[string, Global, unknown]>([
  ['boxes that stay as they are', measuring(0), { value: { sizes: [100, 50, 100, 50], moved: 0 } }],
  ['boxes that differ at every look', measuring(1), { value: { sizes: [100, 50, 101, 50], moved: 2 } }],
  ['a frame without a document', framing({}).g, { absent: 'unavailable' }],
  ['no frames', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(rectsNoise(g)).toEqual(expected)
})

it('is denied where a canvas may not be read, and lets another failure through', () => {
  const refusing = (name: string): Global => {
    const getImageData = (): never => {
      throw new DOMException('no reading', name)
    }
    return withCanvas({ '2d': { ...paper, getImageData } })
  }
  expect(canvasNoise(refusing('SecurityError'))).toEqual({ absent: 'denied' })
  expect(() => canvasNoise(refusing('DataError'))).toThrow('no reading')
})
