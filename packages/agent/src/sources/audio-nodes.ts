import type { Param } from '../global.ts'
import { absent, type Source } from '../source.ts'

/**
 * Between which values the knobs of audio nodes turn and where they stand at first. Engines and their versions differ.
 * A real AudioContext would tell the machine's sample rate and latency as well, but it opens the audio device, which
 * takes Chromium 156 up to 70 ms on the page's thread, and Firefox warns about it in the console.
 *
 * Spec: https://webaudio.github.io/web-audio-api/#AudioParam
 * Absent: where there is no OfflineAudioContext. A node or a bound that the browser lacks is left out or null.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const audioNodes: Source<'audioNodes'> = ({ OfflineAudioContext }) => {
  if (!OfflineAudioContext) return absent('unavailable')
  const context = new OfflineAudioContext(1, 1, 44_100)
  const value: Record<string, (number | null)[]> = {}
  const add = (node: string, knobs: object | undefined): void => {
    for (const name of KNOBS) {
      const knob: Partial<Param> | undefined = knobs && Reflect.get(knobs, name)
      if (knob) value[`${node}.${name}`] = [knob.minValue, knob.maxValue, knob.defaultValue].map(finite)
    }
  }
  add('compressor', context.createDynamicsCompressor())
  add('filter', context.createBiquadFilter?.())
  add('oscillator', context.createOscillator())
  const analyser = context.createAnalyser?.()
  if (analyser) {
    const { fftSize, minDecibels, maxDecibels, smoothingTimeConstant, channelCount } = analyser
    value['analyser'] = [fftSize, minDecibels, maxDecibels, smoothingTimeConstant, channelCount]
  }
  return { value }
}

const KNOBS = ['threshold', 'knee', 'ratio', 'attack', 'release', 'Q', 'gain', 'frequency', 'detune']

const finite = (bound: number | undefined): number | null => (Number.isFinite(bound) ? Number(bound) : null)
