import { answered } from '../answered.ts'
import { isNamed } from '../error-name.ts'
import { has } from '../has.ts'
import type { Sources } from '../run.ts'
import { absent, type MaybePromise, type Sample } from '../source.ts'

/**
 * Key systems, each with the robustness to ask for, and "none" where it knows no levels. Widevine without a level makes
 * Chromium 156 write to the console.
 */
const KEY_SYSTEMS =
  'org.w3.clearkey:none com.widevine.alpha:SW_SECURE_CRYPTO com.widevine.alpha:HW_SECURE_ALL com.microsoft.playready.recommendation:3000 com.apple.fps:none'

/** Types in which builds, systems and versions differ; https://www.rfc-editor.org/rfc/rfc6381 says what they mean. */
const STREAMED =
  'audio/aac audio/webm;codecs=opus audio/webm;codecs=vorbis audio/mp4;codecs=flac audio/mp4;codecs=ec-3 audio/mp4;codecs=mp4a.40.2 video/mp4;codecs=avc1.42E01E video/mp4;codecs=hvc1.1.6.L93.B0 video/mp4;codecs=vp09.02.10.10 video/mp4;codecs=av01.0.04M.08 video/webm;codecs=vp8 video/mp2t;codecs=avc1.42E01E'

/**
 * Which formats the browser takes for streaming and for protecting. Nothing is played, and no licence is asked for.
 *
 * Key systems: keys that stay and identifiers are forbidden, because Chromium asks the person for them on some systems.
 * Only engines with WebKit's names are asked for more than ClearKey: Firefox 153 shows its user a bar about DRM when it is
 * switched off or not installed. Frames without the policy are not asked, because Chromium 156 complains in the console.
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
      const asked = KEY_SYSTEMS.split(' ').slice(0, has(g, 'webkitRequestAnimationFrame') ? undefined : 1)
      return verdicts(asked, async (entry) => {
        const [system = '', level = ''] = entry.split(':')
        try {
          return Boolean(await navigator.requestMediaKeySystemAccess?.(system, [keysFor(level)]))
        } catch (error) {
          // https://w3c.github.io/encrypted-media/#requestmediakeysystemaccess: what having no such system looks like.
          if (isNamed(error, 'NotSupportedError')) return false
          throw error
        }
      })
    })
  },
  streamTypes: ({ MediaSource: source, ManagedMediaSource: managed }) =>
    picked(STREAMED, (type) => (managed ?? source)?.isTypeSupported?.(type)),
} satisfies Sources

const keysFor = (level: string): MediaKeySystemConfiguration => ({
  initDataTypes: ['cenc', 'keyids', 'sinf', 'webm'],
  distinctiveIdentifier: 'not-allowed',
  persistentState: 'not-allowed',
  videoCapabilities: ['video/mp4;codecs="avc1.42E01E"', 'video/webm;codecs="vp9"'].map((contentType) => ({
    contentType,
    robustness: level === 'none' ? '' : level,
  })),
})

/** All questions at once, and the answers by name, in the order of the names. */
const verdicts = async <V>(
  names: readonly string[],
  ask: (name: string) => MaybePromise<V>,
): Promise<Record<string, V>> => {
  const answers = await Promise.all(names.map(async (name) => [name, await ask(name)] as const))
  return Object.fromEntries(answers)
}

/** Those of the names to which the browser says yes; `unavailable` where there is nobody to say anything. */
const picked = (
  names: string,
  ask: (name: string) => MaybePromise<boolean | undefined>,
): Promise<Sample<readonly string[]>> =>
  answered(async () => {
    const all = Object.entries(await verdicts(names.split(' '), ask))
    return all.every(([, yes]) => yes === undefined) ? undefined : all.flatMap(([name, yes]) => (yes ? [name] : []))
  })
