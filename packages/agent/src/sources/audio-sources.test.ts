import { describe, expect, it } from 'vitest'
import type { Global, OfflineAudioLike } from '../global.ts'
import { murmur128 } from '../murmur.ts'
import { audioSources } from './audio-sources.ts'

const knob = { value: 0 }
const connect = (): void => undefined
const analyser = {
  fftSize: 8,
  minDecibels: -100,
  maxDecibels: -30,
  smoothingTimeConstant: 0.8,
  channelCount: 2,
  connect,
}

/** An audio stack with the given nodes besides those that every one has. */
const stack = (more: Partial<OfflineAudioLike>): Global => ({
  OfflineAudioContext: class implements OfflineAudioLike {
    readonly destination = {}
    constructor() {
      Object.assign(this, more)
    }
    createOscillator() {
      return { type: 'sine', frequency: { value: 440 }, start: () => undefined, connect }
    }
    createDynamicsCompressor() {
      return { threshold: knob, knee: knob, ratio: knob, attack: knob, release: knob, connect }
    }
    async startRendering() {
      return { sampleRate: 44_100, getChannelData: () => new Float32Array() }
    }
  },
})

it('adds up what each filter does to gains and phases', () => {
  const filter = {
    ...{ type: 'lowpass', Q: { value: 0 }, gain: { value: 0 }, frequency: { value: 0 }, detune: { value: 0 } },
    getFrequencyResponse(_hz: Float32Array, gains: Float32Array, phases: Float32Array) {
      gains.fill(this.type.length)
      phases.fill(0.5)
    },
  }
  const value = [22.5, 25.5, 25.5, 25.5, 28.5, 22.5, 16.5, 22.5]
  expect(audioSources.audioFilters(stack({ createBiquadFilter: () => filter }))).toEqual({ value })
})

it('digests the spectrum', async () => {
  const g = stack({
    createWaveShaper: () => ({ curve: null, oversample: 'none', connect }),
    createAnalyser: () => ({ ...analyser, frequencyBinCount: 2, getFloatFrequencyData: (into) => into.fill(-30) }),
  })
  const value = murmur128(new Uint8Array(new Float32Array([-30, -30]).buffer))
  expect(await audioSources.audioSpectrum(g)).toEqual({ value })
})

it('tells which channels and rates a buffer may have', () => {
  const AudioBuffer = class {
    constructor({ numberOfChannels, sampleRate }: { numberOfChannels: number; sampleRate: number }) {
      if (numberOfChannels > 32 || sampleRate < 8000) throw new DOMException('beyond', 'NotSupportedError')
    }
  }
  expect(audioSources.audioLimits({ AudioBuffer })).toEqual({
    value: [true, false, false, false, true, true, true, true],
  })
})

describe.each(Object.entries(audioSources))('%s', (_name, source) => {
  it.each([
    ['no audio', {}],
    ['a stack without the nodes', stack({})],
  ])('is unavailable with %s', async (_stack, g) => {
    expect(await source(g)).toEqual({ absent: 'unavailable' })
  })
})
