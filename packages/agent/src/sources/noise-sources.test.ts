import { expect, it } from 'vitest'
import { withCanvas } from '../../test/fake-canvas.ts'
import { framing } from '../../test/fake-frame.ts'
import { fillableCard } from '../../test/fillable-card.ts'
import type { Context2d, Global, OfflineAudioLike } from '../global.ts'
import { noiseSources } from './noise-sources.ts'

const { audioNoise, canvasNoise, webglNoise, rectsNoise } = noiseSources
const clean = { value: { changed: 0, moved: 0, by: 0 } }

/** A canvas that remembers single pixels, and shows them as `shown` says, with the number of the look. */
function remembering(shown: (value: number, at: number, look: number) => number): Global {
  const pixels: number[] = []
  let looks = 0
  const context: Pick<Context2d, 'fillStyle' | 'fillRect' | 'getImageData'> = {
    fillStyle: '',
    fillRect(x, y) {
      const rgb = /\d+,\d+,\d+/.exec(String(this.fillStyle))?.[0].split(',').map(Number) ?? []
      for (const [i, value] of [...rgb, 255].entries()) pixels[(y * 16 + x) * 4 + i] = value
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
    remembering((value, at) => (at === 9 ? value + 3 : value)),
    { value: { changed: 1, moved: 0, by: 3 } },
  ],
  [
    'another noise at every look',
    remembering((value, at, look) => (at < 2 ? value - look : value)),
    { value: { changed: 2, moved: 2, by: 1 } },
  ],
  ['no context', withCanvas({}), { absent: 'unavailable' }],
  ['no document', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(canvasNoise(g)).toEqual(expected)
})

it('is denied where a canvas may not be read, and lets other failures through', () => {
  const failing = (name: string): Global =>
    remembering(() => {
      throw Object.assign(new Error('no'), { name })
    })
  expect(canvasNoise(failing('SecurityError'))).toEqual({ absent: 'denied' })
  expect(() => canvasNoise(failing('RangeError'))).toThrow('no')
})

const later = (callback: () => void): unknown => setTimeout(callback, 0)

it.each<[string, Global, unknown]>([
  ['a card that tells the truth', withCanvas({ webgl2: fillableCard() }), clean],
  ['a card with noise', withCanvas({ webgl2: fillableCard({ noise: 2 }) }), { value: { changed: 0, moved: 1, by: 0 } }],
  ['a card that is lost', withCanvas({ webgl2: fillableCard({ lost: true }) }), { absent: 'unavailable' }],
  ['no WebGL', withCanvas({}), { absent: 'unavailable' }],
])('%s', async (_name, g, expected) => {
  expect(await webglNoise({ ...g, setTimeout: later })).toEqual(expected)
})

it('leaves the colour for clearing as others expect it', async () => {
  const gl = fillableCard()
  await webglNoise({ ...withCanvas({ webgl: gl }), setTimeout: later })
  const seen = new Uint8Array(4)
  gl.clear?.(0x4000)
  gl.getBufferSubData?.(0, 0, seen)
  expect(seen).toEqual(new Uint8Array(4))
})

/** A stack that plays buffers as they are, plus something, and copies them with something more. */
const playing = (plus = 0, copied = 0): Global => ({
  OfflineAudioContext: class implements Partial<OfflineAudioLike> {
    readonly destination = {}
    readonly #samples: Float32Array
    constructor(_channels: number, frames: number) {
      this.#samples = new Float32Array(frames)
    }
    createOscillator(): never {
      throw new Error('not asked for')
    }
    createDynamicsCompressor(): never {
      throw new Error('not asked for')
    }
    createBuffer() {
      return { getChannelData: () => this.#samples }
    }
    createBufferSource() {
      return { buffer: null, connect: () => undefined, start: () => undefined }
    }
    async startRendering() {
      const rendered = this.#samples.map((sample) => sample + plus)
      const copyFromChannel = (into: Float32Array): void => into.set(rendered.map((sample) => sample + copied))
      return { sampleRate: 44_100, getChannelData: () => rendered, copyFromChannel }
    }
  },
})

it.each<[string, Global, unknown]>([
  ['audio that tells the truth', playing(), clean],
  ['noise in what is rendered', playing(0.25), { value: { changed: 512, moved: 0, by: 0.25 } }],
  ['noise in one of two ways to read', playing(0, 0.25), { value: { changed: 0, moved: 512, by: 0 } }],
  ['no audio', {}, { absent: 'unavailable' }],
])('%s', async (_name, g, expected) => {
  expect(await audioNoise(g)).toEqual(expected)
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
  ['boxes that stay as they are', measuring(0), { value: { sizes: [100, 50, 100, 50, 100, 50], moved: 0 } }],
  ['boxes that differ at every look', measuring(1), { value: { sizes: [100, 50, 101, 50, 102, 50], moved: 3 } }],
  ['a frame without a document', framing({}).g, { absent: 'unavailable' }],
  ['no frames', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(rectsNoise(g)).toEqual(expected)
})
