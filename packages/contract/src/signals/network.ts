import { bool, dict, either, int, list, nullable, num, shape, text } from '../decoder.ts'
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
  iceCandidates: signal(
    shape({
      candidates: dict(int(0, 256), 32),
      publicAddresses: list(text(45), 8),
      complete: bool,
    }),
    {
      family: 'network and WebRTC',
      tier: 'session',
      readFrom: 'RTCPeerConnection#onicecandidate, without any server',
      contexts: ['window'],
      changesWith: 'network interfaces, WebRTC settings, extensions',
      digested:
        'candidates are counted by kind, transport and sort of address; only public addresses are sent, those of private networks never',
    },
  ),
  turnProbe: signal(
    shape({ kinds: list(text(16), 4), relayed: bool, errorCode: nullable(int(0, 999)), tookMs: num(0, 10_000) }),
    {
      family: 'network and WebRTC',
      tier: 'volatile',
      unit: 'ms from the offer',
      readFrom: 'RTCPeerConnection#onicecandidate, with the TURN server that the session names',
      contexts: ['window'],
      changesWith: 'the network and its firewall',
      digested: 'kinds of candidates are sent, addresses are not',
    },
  ),
  pageTransport: signal(dict(nullable(either(text(32), num(-1e12, Number.MAX_SAFE_INTEGER))), 16), {
    family: 'network and WebRTC',
    tier: 'session',
    unit: 'ms; bytes',
    readFrom: 'PerformanceNavigationTiming',
    contexts: ['window'],
    changesWith: 'the page, its server and the way between',
  }),
  networkInterfaces: signal(list(text(64), 32), {
    family: 'network and WebRTC',
    tier: 'semi',
    readFrom: 'Window and Navigator, looked at for presence',
    contexts: ['window'],
    changesWith: 'browser updates, plain HTTP instead of HTTPS, extensions that forbid WebRTC',
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
