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
const RECORDED =
  'audio/webm;codecs=opus audio/ogg;codecs=opus audio/mp4;codecs=mp4a.40.2 video/webm;codecs=vp8 video/webm;codecs=h264 video/mp4;codecs=avc1.42E01E video/mp4;codecs=av01.0.04M.08 video/x-matroska'
const STREAMED =
  'audio/aac audio/webm;codecs=opus audio/webm;codecs=vorbis audio/mp4;codecs=flac audio/mp4;codecs=ec-3 audio/mp4;codecs=mp4a.40.2 video/mp4;codecs=avc1.42E01E video/mp4;codecs=hvc1.1.6.L93.B0 video/mp4;codecs=vp09.02.10.10 video/mp4;codecs=av01.0.04M.08 video/webm;codecs=vp8 video/mp2t;codecs=avc1.42E01E'
const VIDEO = 'avc1.640028 hvc1.1.6.L120.B0 vp8 vp09.00.40.08 av01.0.08M.08'
/** Each codec by whatever means, and by hardware alone. */
const CODERS = `${VIDEO} ${VIDEO.replace(/\S+/g, '$&:hardware')}`
const AUDIO = 'opus mp4a.40.2 flac mp3 ac-3 vorbis ulaw'
const IMAGES = 'image/avif image/bmp image/jxl image/webp image/x-icon'
const SCRIPTS = 'importmap speculationrules webbundle'

/** A film as people watch it. */
const SOUND = { sampleRate: 48_000, numberOfChannels: 2 }
const FILM = { width: 1920, height: 1080, bitrate: 5_000_000, framerate: 60 }

/**
 * Which formats the browser takes for playing, recording, streaming, decoding and protecting. Nothing is played, and no
 * licence is asked for.
 *
 * Key systems: keys that stay and identifiers are forbidden, because Chromium asks the person for them on some systems.
 * Only engines with WebKit's names are asked for more than ClearKey: Firefox 153 shows its user a bar about DRM when it is
 * switched off or not installed. Frames without the policy are not asked, because Chromium 156 complains in the console.
 *
 * Nobody asks about encoders: the answer held the page's thread in Chromium 156 for hundreds of milliseconds on a busy
 * machine.
 *
 * Spec: https://w3c.github.io/encrypted-media/, https://w3c.github.io/mediacapture-record/, https://w3c.github.io/media-source/,
 * https://w3c.github.io/media-capabilities/, https://w3c.github.io/webcodecs/, https://w3c.github.io/mediacapture-main/
 * Absent: most on plain HTTP pages; key systems and images in WebKitGTK.
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
  decodingInfo: ({ navigator }) =>
    answered(async () => {
      const media = navigator?.mediaCapabilities
      if (!media?.decodingInfo) return
      return verdicts(VIDEO.split(' '), async (codec) => {
        const contentType = `video/${codec === 'vp8' ? 'webm' : 'mp4'};codecs=${codec}`
        const info = await media.decodingInfo?.({ type: 'file', video: { ...FILM, contentType } })
        return info ? [info.supported, info.smooth, info.powerEfficient].map(Number).join('') : ''
      })
    }),
  videoDecoders: ({ VideoDecoder: decoder }) =>
    picked(CODERS, async (name) => (await decoder?.isConfigSupported?.(coder(name)))?.supported),
  audioDecoders: ({ AudioDecoder: decoder }) =>
    picked(AUDIO, async (codec) => (await decoder?.isConfigSupported?.({ codec, ...SOUND }))?.supported),
  imageTypes: ({ ImageDecoder: decoder }) => picked(IMAGES, (type) => decoder?.isTypeSupported?.(type)),
  recorderTypes: ({ MediaRecorder: recorder }) => picked(RECORDED, (type) => recorder?.isTypeSupported?.(type)),
  streamTypes: ({ MediaSource: source, ManagedMediaSource: managed }) =>
    picked(STREAMED, (type) => (managed ?? source)?.isTypeSupported?.(type)),
  scriptTypes: ({ HTMLScriptElement: script }) => picked(SCRIPTS, (type) => script?.supports?.(type)),
  mediaConstraints: ({ navigator }) => {
    const constraints = navigator?.mediaDevices?.getSupportedConstraints?.()
    return constraints ? { value: Object.keys(constraints).sort() } : absent('unavailable')
  },
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

/** What to ask a decoder. */
const coder = (name: string): VideoDecoderConfig => {
  const [codec = '', hardware] = name.split(':')
  return {
    codec,
    hardwareAcceleration: hardware ? 'prefer-hardware' : 'no-preference',
    codedWidth: FILM.width,
    codedHeight: FILM.height,
  }
}
