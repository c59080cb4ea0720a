import { bool, int, list, nullable, num, shape, text } from '../decoder.ts'
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
      wave: 'late',
      readFrom: 'RTCRtpReceiver.getCapabilities',
      contexts: ['window'],
      changesWith: 'browser updates; hardware decoders',
      digested: 'lists with their parameters are sent as MurmurHash3-128 digests, for size',
    },
  ),
  iceCandidates: signal(shape({ candidates: list(text(80), 32), complete: bool }), {
    family: 'network and WebRTC',
    tier: 'session',
    wave: 'late',
    readFrom: 'RTCPeerConnection#onicecandidate, without any server',
    contexts: ['window'],
    changesWith: 'network interfaces, WebRTC settings, extensions',
    digested: 'kind, transport and address of each candidate are sent; of addresses of private networks only the sort',
  }),
  turnProbe: signal(shape({ kinds: list(text(16), 4), errorCode: nullable(int(0, 999)) }), {
    family: 'network and WebRTC',
    tier: 'volatile',
    readFrom: 'RTCPeerConnection#onicecandidate, with the TURN server that the session names',
    contexts: ['window'],
    changesWith: 'the network and its firewall',
    digested: 'kinds of candidates are sent, addresses are not',
  }),
  online: signal(bool, {
    family: 'network and WebRTC',
    tier: 'volatile',
    readFrom: 'Navigator#onLine',
    contexts: ['window'],
    changesWith: 'the network',
    constant: 'who answers and says to be offline is driven, or has a broken network service',
  }),
}
