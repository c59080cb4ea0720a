import { expect, it } from 'vitest'
import type { Global, OfflineAudioLike } from '../global.ts'
import { audio } from './audio.ts'

/** A stack that plays a constant: silence before the window, then alternating signs. */
const playing = (loudness: number): Global => ({
  OfflineAudioContext: class implements OfflineAudioLike {
    readonly destination = {}
    readonly #frames: number
    constructor(_channels: number, frames: number, _rateHz: number) {
      this.#frames = frames
    }
    createOscillator() {
      return { type: 'sine', frequency: { value: 440 }, start: () => undefined, connect: () => undefined }
    }
    createDynamicsCompressor() {
      const param = () => ({ value: 0 })
      const [threshold, knee, ratio, attack, release] = [param(), param(), param(), param(), param()]
      return { threshold, knee, ratio, attack, release, connect: () => undefined }
    }
    async startRendering() {
      const samples = Float32Array.from({ length: this.#frames }, (_, i) =>
        i < 4800 ? 9 : i % 2 ? loudness : -loudness,
      )
      return { sampleRate: 44_100, getChannelData: () => samples }
    }
  },
})

it.each<[string, Global, unknown]>([
  [
    'sums loudness, whatever the sign, inside the window only',
    playing(0.5),
    { value: { sum: 600, sampleRateHz: 44_100 } },
  ],
  ['a stack that plays silence', playing(0), { value: { sum: 0, sampleRateHz: 44_100 } }],
  ['no offline audio', {}, { absent: 'unavailable' }],
])('%s', async (_name, g, expected) => {
  expect(await audio(g)).toEqual(expected)
})
