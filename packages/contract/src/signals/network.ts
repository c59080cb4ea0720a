import { bool, list, nullable, num, shape, text } from '../decoder.ts'
import { DIGEST_LENGTH_MAX, signal } from './signal.ts'

/** The line, and what the browser can receive over it. */
export const networkSignals = {
  connection: signal(
    shape({
      type: nullable(text(32)),
      effectiveType: nullable(text(32)),
      rttMs: nullable(num(0, 1_000_000)),
      downlinkMbps: nullable(num(0, 1_000_000)),
      saveData: nullable(bool),
    }),
    {
      family: 'network and WebRTC',
      tier: 'volatile',
      unit: 'ms for the round-trip time; Mbit/s for the downlink',
      readFrom: 'Navigator#connection',
      contexts: ['window'],
      changesWith: 'the network, and its load',
      neverIn: ['firefox', 'safari'],
    },
  ),
  rtcCodecs: signal(
    shape({ kinds: list(text(64), 64), audio: text(DIGEST_LENGTH_MAX), video: text(DIGEST_LENGTH_MAX) }),
    {
      family: 'network and WebRTC',
      tier: 'semi',
      readFrom: 'RTCRtpReceiver.getCapabilities',
      contexts: ['window'],
      changesWith: 'browser updates; hardware decoders',
      digested: 'lists with their parameters are sent as MurmurHash3-128 digests, for size',
    },
  ),
}
