import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { murmur128 } from '../murmur.ts'
import { utf8 } from '../utf8.ts'
import type { RtpCapabilities } from '../window-extras.ts'
import { rtcCodecs } from './rtc-codecs.ts'

const opus = { mimeType: 'audio/opus', clockRate: 48_000, channels: 2, sdpFmtpLine: 'minptime=10' }
const vp8 = { mimeType: 'video/VP8', clockRate: 90_000 }
const rtx = { mimeType: 'video/rtx', clockRate: 90_000 }
const receiving = (audio: RtpCapabilities | null, video: RtpCapabilities | null): Global => ({
  RTCRtpReceiver: { getCapabilities: (kind) => (kind === 'audio' ? audio : video) },
})
const audio = { codecs: [opus], headerExtensions: [{ uri: 'urn:x' }] }
const digests = {
  audio: murmur128(utf8('audio/opus,48000,2,minptime=10\nurn:x')),
  video: murmur128(utf8('video/VP8,90000,,\nvideo/rtx,90000,,')),
}
const value = { kinds: ['audio/opus', 'video/VP8', 'video/rtx'], ...digests }

it.each<[string, Global, unknown]>([
  ['digests the lists', receiving(audio, { codecs: [vp8, rtx], headerExtensions: [] }), { value }],
  ['whatever their order', receiving(audio, { codecs: [rtx, vp8], headerExtensions: [] }), { value }],
  ['a browser that knows no video', receiving(audio, null), { absent: 'unavailable' }],
  ['WebRTC switched off', {}, { absent: 'unavailable' }],
  ['an old interface', { RTCRtpReceiver: {} }, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(rtcCodecs(g)).toEqual(expected)
})
