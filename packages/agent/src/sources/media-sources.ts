import { answered } from '../answered.ts'
import { answersOf } from '../answers-of.ts'
import { has } from '../has.ts'
import { MEDIA_TYPES } from '../media-types.ts'
import type { Sources } from '../run.ts'
import { absent, unavailable } from '../source.ts'

const CLEAR_KEY = 'org.w3.clearkey'

/** Key systems, each with the robustness to ask for. Widevine without a level makes Chromium 156 write to the console. */
const KEY_SYSTEMS = `${CLEAR_KEY} com.widevine.alpha:SW_SECURE_CRYPTO com.widevine.alpha:HW_SECURE_ALL com.microsoft.playready.recommendation:3000 com.apple.fps`

/**
 * Which formats the browser takes for streaming and protecting. Nothing is played, and no licence is asked for.
 *
 * Key systems: keys that stay and identifiers are forbidden, because Chromium asks the person for them on some systems.
 * Only engines with WebKit's names are asked for more than ClearKey: Firefox 153 shows its user a bar about DRM when it is
 * switched off or not installed. Frames without the policy are not asked, because Chromium 156 complains in the console.
 *
 * Nobody asks about encoders: the answer held the page's thread in Chromium 156 for hundreds of milliseconds on a busy
 * machine.
 *
 * Spec: https://w3c.github.io/encrypted-media/, https://w3c.github.io/media-source/
 * Absent: key systems on plain HTTP pages and in WebKitGTK.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const mediaSources = {
  drm: (g) => {
    const { navigator } = g
    if (g.document?.featurePolicy?.allowsFeature?.('encrypted-media') === false) return absent('denied')
    return answered(async () => {
      if (!navigator?.requestMediaKeySystemAccess) return
      const systems = has(g, 'webkitRequestAnimationFrame') ? KEY_SYSTEMS : CLEAR_KEY
      const granted = await answersOf(systems, async (entry) => {
        const [system = '', robustness = ''] = entry.split(':')
        return navigator.requestMediaKeySystemAccess?.(system, [keysFor(robustness)])
      })
      return Object.keys(granted)
    })
  },
  streamTypes: ({ MediaSource: source, ManagedMediaSource: managed }) => {
    const judge = managed ?? source
    if (!judge?.isTypeSupported) return unavailable
    return { value: MEDIA_TYPES.filter((type) => judge.isTypeSupported?.(type)) }
  },
} satisfies Sources

const keysFor = (robustness: string): MediaKeySystemConfiguration => ({
  distinctiveIdentifier: 'not-allowed',
  persistentState: 'not-allowed',
  videoCapabilities: ['video/mp4;codecs="avc1.42E01E"', 'video/webm;codecs="vp9"'].map((contentType) => ({
    contentType,
    robustness,
  })),
})
