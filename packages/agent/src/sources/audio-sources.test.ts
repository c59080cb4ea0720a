import { describe, expect, it } from 'vitest'

import { audioSources } from './audio-sources.ts'

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
  it('is unavailable without audio', async () => {
    expect(await source({})).toEqual({ absent: 'unavailable' })
  })
})
