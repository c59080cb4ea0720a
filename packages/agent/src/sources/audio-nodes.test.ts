import { expect, it } from 'vitest'
import type { Global, OfflineAudioLike } from '../global.ts'
import { audioNodes } from './audio-nodes.ts'

const knob = { value: 0, minValue: -1, maxValue: 1, defaultValue: 0 }
const old = { value: 0 }

/** A stack whose knobs all turn between -1 and 1; the oscillator's tell nothing, as in old browsers. */
const stack = (more: Partial<OfflineAudioLike>): Global => ({
  OfflineAudioContext: class implements OfflineAudioLike {
    readonly destination = {}
    constructor() {
      Object.assign(this, more)
    }
    createOscillator() {
      return { type: 'sine', frequency: old, start: () => undefined, connect: () => undefined }
    }
    createDynamicsCompressor() {
      return { threshold: knob, knee: knob, ratio: knob, attack: knob, release: knob, connect: () => undefined }
    }
    startRendering(): never {
      throw new Error('nothing is rendered')
    }
  },
})
const turning = [-1, 1, 0]
const compressor = {
  ...{ 'compressor.threshold': turning, 'compressor.knee': turning, 'compressor.ratio': turning },
  ...{ 'compressor.attack': turning, 'compressor.release': turning },
}
const endless = { ...knob, maxValue: Number.POSITIVE_INFINITY }

it.each<[string, Global, unknown]>([
  ['an old stack', stack({}), { value: compressor }],
  [
    'a stack with a filter',
    stack({
      createBiquadFilter: () => ({ Q: knob, gain: endless, frequency: knob, detune: knob }),
    }),
    {
      value: {
        ...compressor,
        ...{ 'filter.Q': turning, 'filter.gain': [-1, null, 0], 'filter.frequency': turning },
        ...{ 'filter.detune': turning },
      },
    },
  ],
  ['no offline audio', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(audioNodes(g)).toEqual(expected)
})
