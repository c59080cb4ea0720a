import type { Param } from '../global.ts'
import { type Source, unavailable } from '../source.ts'

/**
 * Between which values the knobs of audio nodes turn and where they stand at first. Engines and their versions differ.
 * A real AudioContext would tell the machine's sample rate and latency as well, but it opens the audio device, which
 * takes Chromium 156 up to 70 ms on the page's thread, and Firefox warns about it in the console.
 *
 * Spec: https://webaudio.github.io/web-audio-api/#AudioParam
 * Absent: where there is no OfflineAudioContext. A node or a knob that the browser lacks is left out; a bound that is infinite is null.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const audioNodes: Source<'audioNodes'> = ({ OfflineAudioContext }) => {
  if (!OfflineAudioContext) return unavailable
  const context = new OfflineAudioContext(1, 1, 44_100)
  const value: Record<string, (number | null)[]> = {}
  const add = (node: string, knobs: object = {}): void => {
    for (const name in knobs) {
      const knob: Partial<Param> | null = Reflect.get(knobs, name)
      if (knob?.defaultValue !== undefined) {
        value[`${node}.${name}`] = [knob.minValue, knob.maxValue, knob.defaultValue].map(finite)
      }
    }
  }
  add('compressor', context.createDynamicsCompressor())
  add('filter', context.createBiquadFilter?.())
  add('oscillator', context.createOscillator())
  return { value }
}

const finite = (bound: number | undefined): number | null => (Number.isFinite(bound) ? Number(bound) : null)
