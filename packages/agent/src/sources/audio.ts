import { nowMs } from '../clock.ts'
import type { Global, OfflineAudioLike, RenderedLike } from '../global.ts'
import { type Source, unavailable } from '../source.ts'

const RATE_HZ = 44_100

/** Enough for the compressor to have settled; rendering takes a few milliseconds on a thread of its own. */
const FRAMES = 6000

/** The window of samples that is summed, after the compressor's look-ahead and attack. */
const SUM_FROM = 4800

/**
 * A context that stays suspended is asked to start again this often, and for this long. iOS leaves one so while its page is in
 * the background or until a touch, and starts it when it is asked afterwards. Rendering that starts so late travels in the late
 * wave. Chosen by hand, November 2026; nothing that we have suspends one by itself, so revisit with the corpus.
 */
const AGAIN_MS = 500
const AGAIN_MS_MAX = 5000

/**
 * How the audio stack computes: a loud triangle wave through a hard-working compressor, whose curves every engine and
 * processor family approximates a little differently. Rendered offline, so nothing sounds and nobody is asked.
 *
 * Spec: https://webaudio.github.io/web-audio-api/#OfflineAudioContext
 * Absent: where there is no OfflineAudioContext (jsdom; old WebKit has one under a prefix and of another shape).
 * Checked: Chromium 156, November 2026.
 */
export const audio: Source<'audio'> = async (g) => {
  if (!g.OfflineAudioContext) return unavailable
  const context = new g.OfflineAudioContext(1, FRAMES, RATE_HZ)

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
  wave.start()
  const rendered = await renderedBy(context, g)
  let sum = 0
  for (const sample of rendered.getChannelData(0).slice(SUM_FROM)) sum += Math.abs(sample)
  return { value: { sum, sampleRateHz: rendered.sampleRate } }
}

/** What the context renders, by whichever call it was that started it. Never settles when none does. */
const renderedBy = (context: OfflineAudioLike, g: Global): Promise<RenderedLike> =>
  new Promise((resolve, reject) => {
    const untilMs = nowMs(g) + AGAIN_MS_MAX
    const start = (failed: (error: unknown) => void): void => {
      context.startRendering().then(resolve, failed)
      g.setTimeout?.(() => {
        // A context that runs by now refuses, and gives its sound by the call before.
        if (context.state === 'suspended' && nowMs(g) < untilMs) start(() => undefined)
      }, AGAIN_MS)
    }
    start(reject)
  })
