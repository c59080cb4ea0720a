import { describe, expect, it } from 'vitest'
import type { Global, OfflineAudioLike } from '../global.ts'
import { audioSources } from './audio-sources.ts'

const knob = { value: 0 }
const connect = (): void => undefined

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
  const value = [22.5, 25.5, 25.5, 22.5]
  expect(audioSources.audioFilters(stack({ createBiquadFilter: () => filter }))).toEqual({ value })
})

it('tells which rates a buffer may have', () => {
  const AudioBuffer = class {
    constructor({ sampleRate }: { sampleRate: number }) {
      if (sampleRate > 200_000) throw new DOMException('beyond', 'NotSupportedError')
    }
  }
  expect(audioSources.audioLimits({ AudioBuffer })).toEqual({ value: [true, true, false, false] })
})

it('opens the device only when the visitor has done something, and closes it', async () => {
  const calls: string[] = []
  const AudioContext = class {
    readonly sampleRate = 48_000
    readonly destination = { maxChannelCount: 2 }
    constructor() {
      calls.push('open')
    }
    async close() {
      calls.push('close')
    }
  }
  const after = (hasBeenActive: boolean) =>
    audioSources.audioDevice({ AudioContext, navigator: { userActivation: { hasBeenActive } } })
  expect([await after(false), calls]).toEqual([{ absent: 'unavailable' }, []])
  expect(await after(true)).toEqual({ value: { sampleRateHz: 48_000, baseLatencyS: null, channelsMax: 2 } })
  expect(calls).toEqual(['open', 'close'])
})

describe.each(Object.entries(audioSources))('%s', (_name, source) => {
  it.each([
    ['no audio', {}],
    ['a stack without the nodes', stack({})],
  ])('is unavailable with %s', async (_stack, g) => {
    expect(await source(g)).toEqual({ absent: 'unavailable' })
  })
})
