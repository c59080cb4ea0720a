import { murmur128 } from '../murmur.ts'
import { type Source, unavailable } from '../source.ts'
import { utf8 } from '../utf8.ts'
import type { RtpCapabilities } from '../window-extras.ts'

/**
 * What the browser could receive in a call: the kinds of codecs, and digests of the full lists with their parameters
 * and header extensions. No connection is made, so no address is learned.
 *
 * Spec: https://w3c.github.io/webrtc-pc/#dom-rtcrtpreceiver-getcapabilities
 * Absent: where WebRTC is missing or switched off (hardened Firefox, some extensions).
 * Checked: Chromium 156, November 2026.
 */
export const rtcCodecs: Source<'rtcCodecs'> = ({ RTCRtpReceiver: receiver }) => {
  const audio = receiver?.getCapabilities?.('audio')
  const video = receiver?.getCapabilities?.('video')
  if (!audio || !video) return unavailable
  const kinds = new Set([...audio.codecs, ...video.codecs].map(({ mimeType }) => mimeType))
  return { value: { kinds: [...kinds].sort(), audio: digest(audio), video: digest(video) } }
}

/** Written out line by line and sorted, because the order in which browsers list them has no meaning. */
const digest = ({ codecs, headerExtensions }: RtpCapabilities): string =>
  murmur128(
    utf8(
      [
        ...codecs.map(({ mimeType, clockRate, channels, sdpFmtpLine }) =>
          // What there is none of joins as nothing.
          [mimeType, clockRate, channels, sdpFmtpLine].join(),
        ),
        ...headerExtensions.map(({ uri }) => uri),
      ]
        .sort()
        .join('\n'),
    ),
  )
