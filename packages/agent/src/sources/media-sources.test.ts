import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { mediaSources } from './media-sources.ts'

/** Chromium with the decryption module of Chrome, as far as it is asked. */
const chrome = (asked: string[] = []): Global =>
  Object.assign(
    { webkitRequestAnimationFrame: 0 },
    {
      navigator: {
        requestMediaKeySystemAccess: async (system: string, [keys]: readonly MediaKeySystemConfiguration[]) => {
          asked.push(`${system} ${keys?.videoCapabilities?.[0]?.robustness}`)
          expect(keys).toMatchObject({ distinctiveIdentifier: 'not-allowed', persistentState: 'not-allowed' })
          if (!/clearkey|SW_SECURE/.test(asked.at(-1) ?? '')) throw new DOMException('no', 'NotSupportedError')
          return {}
        },
      },
    },
  )

it('says for every key system and level whether there is one', async () => {
  expect(await mediaSources.drm(chrome())).toEqual({
    value: {
      'org.w3.clearkey:none': true,
      'com.widevine.alpha:SW_SECURE_CRYPTO': true,
      'com.widevine.alpha:HW_SECURE_ALL': false,
      'com.microsoft.playready.recommendation:3000': false,
      'com.apple.fps:none': false,
    },
  })
})

it('asks Firefox for ClearKey alone, because a bar would tell its user of the others', async () => {
  const asked: string[] = []
  const { navigator } = chrome(asked)
  expect(await mediaSources.drm(navigator ? { navigator } : {})).toEqual({ value: { 'org.w3.clearkey:none': true } })
  expect(asked).toEqual(['org.w3.clearkey '])
})

it('does not ask where the policy of the page forbids it, because Chromium would complain', async () => {
  const asked: string[] = []
  const document = { featurePolicy: { features: () => [], allowsFeature: () => false } }
  expect(await mediaSources.drm({ ...chrome(asked), document })).toEqual({ absent: 'denied' })
  expect(asked).toEqual([])
})

/** Coders that know VP8 by any means and AV1 by hardware. */
const coder = {
  isConfigSupported: async ({ codec, hardwareAcceleration }: VideoDecoderConfig) => ({
    supported: codec === 'vp8' || (/^av01/.test(codec) && hardwareAcceleration === 'prefer-hardware'),
  }),
}
const vp8 = ['vp8', 'vp8:hardware', 'av01.0.08M.08:hardware']
const typed = (...known: string[]) => ({ isTypeSupported: (type: string) => known.includes(type) })
const failing = { isConfigSupported: () => Promise.reject(new DOMException('no', 'NotSupportedError')) }

it.each<[keyof typeof mediaSources, string, Global, unknown]>([
  ['drm', 'WebKitGTK', { navigator: {} }, { absent: 'unavailable' }],
  ['videoDecoders', 'a good graphics card', { VideoDecoder: coder }, { value: vp8 }],
  ['videoDecoders', 'a refusal', { VideoDecoder: failing }, { absent: 'denied' }],
  ['videoDecoders', 'an older browser', { VideoDecoder: {} }, { absent: 'unavailable' }],
  [
    'audioDecoders',
    'a free build',
    { AudioDecoder: { isConfigSupported: async ({ codec }) => ({ supported: codec === 'opus' }) } },
    { value: ['opus'] },
  ],
  ['audioDecoders', 'a plain HTTP page', {}, { absent: 'unavailable' }],
  [
    'imageTypes',
    'a browser',
    { ImageDecoder: { isTypeSupported: async (type) => type === 'image/avif' } },
    { value: ['image/avif'] },
  ],
  ['recorderTypes', 'Firefox', { MediaRecorder: typed('audio/ogg;codecs=opus') }, { value: ['audio/ogg;codecs=opus'] }],
  ['recorderTypes', 'a browser that records nothing', { MediaRecorder: typed() }, { value: [] }],
  ['streamTypes', 'an iPhone', { ManagedMediaSource: typed('audio/aac') }, { value: ['audio/aac'] }],
  ['streamTypes', 'a window', { MediaSource: typed('video/webm;codecs=vp8') }, { value: ['video/webm;codecs=vp8'] }],
  ['streamTypes', 'no media', {}, { absent: 'unavailable' }],
  [
    'scriptTypes',
    'a page',
    { HTMLScriptElement: { supports: (type) => type === 'importmap' } },
    { value: ['importmap'] },
  ],
  ['scriptTypes', 'an older browser', {}, { absent: 'unavailable' }],
  [
    'mediaConstraints',
    'a window',
    { navigator: { mediaDevices: { getSupportedConstraints: () => ({ width: true, tilt: true }) } } },
    { value: ['tilt', 'width'] },
  ],
  ['mediaConstraints', 'a plain HTTP page', { navigator: {} }, { absent: 'unavailable' }],
  ['decodingInfo', 'an older browser', { navigator: { mediaCapabilities: {} } }, { absent: 'unavailable' }],
])('%s: %s', async (name, _who, g, expected) => {
  expect(await mediaSources[name](g)).toEqual(expected)
})

it('writes what the browser says of a film in three digits', async () => {
  const decodingInfo = async ({ video }: MediaDecodingConfiguration) => {
    const webm = video?.contentType === 'video/webm;codecs=vp8'
    return {
      supported: webm,
      smooth: webm,
      powerEfficient: false,
      keySystemAccess: null,
      configuration: { type: 'file' },
    } as const
  }
  expect(await mediaSources.decodingInfo({ navigator: { mediaCapabilities: { decodingInfo } } })).toMatchObject({
    value: { vp8: '110', 'avc1.640028': '000' },
  })
})
