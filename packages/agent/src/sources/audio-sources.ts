import type { SignalName } from '@tracio/contract'
import { attempt } from '../attempt.ts'
import { type Source, unavailable } from '../source.ts'

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
  audioLimits: ({ AudioBuffer }) => {
    if (!AudioBuffer) return unavailable
    // What is beyond a limit is refused with a NotSupportedError; a refusal is the answer, whatever its name.
    const value = RATES_HZ.map((sampleRate) => Boolean(attempt(() => new AudioBuffer({ length: 1, sampleRate }))))
    return { value }
  },

  audioDevice: async ({ AudioContext, navigator }) => {
    if (!AudioContext || !navigator?.userActivation?.hasBeenActive) return unavailable
    const context = new AudioContext()
    const { sampleRate, baseLatency = null, destination } = context
    const value = { sampleRateHz: sampleRate, baseLatencyS: baseLatency, channelsMax: destination.maxChannelCount }
    await context.close()
    return { value }
  },
} satisfies { readonly [K in SignalName]?: Source<K> }
