import type { SignalName } from '@tracio/contract'
import { murmur128 } from '../murmur.ts'
import { absent, type Source } from '../source.ts'

const RATE_HZ = 44_100

/** https://webaudio.github.io/web-audio-api/#BiquadFilterNode */
const FILTERS = 'lowpass highpass bandpass lowshelf highshelf peaking notch allpass'

/** Channels and Hz, each a little inside or outside of the limits that engines have (November 2026). */
const BUFFERS = [
  [32, RATE_HZ],
  [33, RATE_HZ],
  [1, 2999],
  [1, 3000],
  [1, 8000],
  [1, 192_001],
  [1, 384_001],
  [1, 768_001],
] as const

/** Two of the analyser's windows. */
const FRAMES = 4096

/**
 * How the audio stack computes and what it takes, all without opening the audio device.
 *
 * Spec: https://webaudio.github.io/web-audio-api/
 * Absent: where there is no OfflineAudioContext or AudioBuffer (jsdom), or a node is missing.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const audioSources = {
  // What filters do to some tones: single-precision maths of the engine and the processor.
  audioFilters: ({ OfflineAudioContext }) => {
    const filter = OfflineAudioContext && new OfflineAudioContext(1, 1, RATE_HZ).createBiquadFilter?.()
    if (!filter?.getFrequencyResponse) return absent('unavailable')
    filter.frequency.value = 1234.5
    filter.gain.value = 7.3
    filter.Q.value = 3.1
    const tonesHz = new Float32Array([97, 1103, 9001])
    const answers = new Float32Array(6)
    const value = FILTERS.split(' ').map((type) => {
      filter.type = type
      filter.getFrequencyResponse?.(tonesHz, answers.subarray(0, 3), answers.subarray(3))
      return answers.reduce((sum, one) => sum + one, 0)
    })
    return { value }
  },

  // The spectrum of a saw-toothed wave that was bent at four times its rate: resampling and a Fourier transform.
  audioSpectrum: async ({ OfflineAudioContext }) => {
    const context = OfflineAudioContext && new OfflineAudioContext(1, FRAMES, RATE_HZ)
    const shaper = context?.createWaveShaper?.()
    const analyser = context?.createAnalyser?.()
    if (!context || !shaper || !analyser?.getFloatFrequencyData) return absent('unavailable')
    const wave = context.createOscillator()
    wave.type = 'sawtooth'
    wave.frequency.value = 1131
    shaper.curve = new Float32Array([-1, -0.3, 0.2, 0.9])
    shaper.oversample = '4x'
    wave.connect(shaper)
    shaper.connect(analyser)
    analyser.connect?.(context.destination)
    wave.start(0)
    await context.startRendering()
    const levels = new Float32Array(analyser.frequencyBinCount ?? 0)
    analyser.getFloatFrequencyData(levels)
    return { value: murmur128(new Uint8Array(levels.buffer)) }
  },

  audioLimits: ({ AudioBuffer }) => {
    if (!AudioBuffer) return absent('unavailable')
    const value = BUFFERS.map(([numberOfChannels, sampleRate]) => {
      try {
        return Boolean(new AudioBuffer({ length: 1, numberOfChannels, sampleRate }))
      } catch {
        // What is beyond a limit is refused with a NotSupportedError; a refusal is the answer, whatever its name.
        return false
      }
    })
    return { value }
  },
} satisfies { readonly [K in SignalName]?: Source<K> }
