import type { SignalName } from '@tracio/contract'
import { absent, type Source } from '../source.ts'

/** https://webaudio.github.io/web-audio-api/#BiquadFilterNode */
const FILTERS = ['lowpass', 'highpass', 'bandpass', 'allpass']

/** In Hz, each a little inside or outside of the limits that engines have (November 2026). */
const RATES_HZ = [3000, 192_001, 384_001, 768_001]

/**
 * How the audio stack computes, what it takes, and what it plays on. The device is opened for the last one only, once the
 * visitor has done something: earlier it may be refused, and Firefox and Chromium warn about it in the console.
 *
 * Spec: https://webaudio.github.io/web-audio-api/
 * Absent: where there is no OfflineAudioContext, AudioBuffer or AudioContext (jsdom), or a node is missing; the device
 * also where the visitor has done nothing yet.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const audioSources = {
  // What filters do to some tones: single-precision maths of the engine and the processor.
  audioFilters: ({ OfflineAudioContext }) => {
    const filter = OfflineAudioContext && new OfflineAudioContext(1, 1, 44_100).createBiquadFilter?.()
    if (!filter?.getFrequencyResponse) return absent('unavailable')
    filter.frequency.value = 1234.5
    const tonesHz = new Float32Array([97, 1103, 9001])
    const answers = new Float32Array(6)
    const value = FILTERS.map((type) => {
      filter.type = type
      filter.getFrequencyResponse?.(tonesHz, answers.subarray(0, 3), answers.subarray(3))
      return answers.reduce((sum, one) => sum + one, 0)
    })
    return { value }
  },

  audioLimits: ({ AudioBuffer }) => {
    if (!AudioBuffer) return absent('unavailable')
    const value = RATES_HZ.map((sampleRate) => {
      try {
        return Boolean(new AudioBuffer({ length: 1, sampleRate }))
      } catch {
        // What is beyond a limit is refused with a NotSupportedError; a refusal is the answer, whatever its name.
        return false
      }
    })
    return { value }
  },

  audioDevice: async ({ AudioContext, navigator }) => {
    if (!AudioContext || !navigator?.userActivation?.hasBeenActive) return absent('unavailable')
    const context = new AudioContext()
    const { sampleRate, baseLatency = null, destination } = context
    const value = { sampleRateHz: sampleRate, baseLatencyS: baseLatency, channelsMax: destination.maxChannelCount }
    await context.close()
    return { value }
  },
} satisfies { readonly [K in SignalName]?: Source<K> }
