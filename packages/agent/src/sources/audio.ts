import { type Source, unavailable } from '../source.ts'

const RATE_HZ = 44_100

/** Enough for the compressor to have settled; rendering takes a few milliseconds on a thread of its own. */
const FRAMES = 6000

/** The window of samples that is summed, after the compressor's look-ahead and attack. */
const SUM_FROM = 4800

/**
 * How the audio stack computes: a loud triangle wave through a hard-working compressor, whose curves every engine and
 * processor family approximates a little differently. Rendered offline, so nothing sounds and nobody is asked.
 *
 * Spec: https://webaudio.github.io/web-audio-api/#OfflineAudioContext
 * Absent: where there is no OfflineAudioContext (jsdom; old WebKit has one under a prefix and of another shape).
 * Checked: Chromium 156, November 2026.
 */
export const audio: Source<'audio'> = async ({ OfflineAudioContext }) => {
  if (!OfflineAudioContext) return unavailable
  const context = new OfflineAudioContext(1, FRAMES, RATE_HZ)

  const wave = context.createOscillator()
  wave.type = 'triangle'
  wave.frequency.value = 6337

  const compressor = context.createDynamicsCompressor()
  compressor.threshold.value = -47
  compressor.knee.value = 31
  compressor.ratio.value = 15
  compressor.attack.value = 0.001
  compressor.release.value = 0.17

  wave.connect(compressor)
  compressor.connect(context.destination)
  wave.start(0)
  const rendered = await context.startRendering()
  let sum = 0
  for (const sample of rendered.getChannelData(0).subarray(SUM_FROM)) sum += Math.abs(sample)
  return { value: { sum, sampleRateHz: rendered.sampleRate } }
}
