export type { EpochMs, RequestId, VisitorId, WorkspaceId } from './brand.ts'
export { type AnswerLevel, type ClientView, toClientView } from './client-view.ts'
export type { CustomFields } from './custom-fields.ts'
export {
  decodeEnvelope,
  ENVELOPE_VERSION,
  type Envelope,
  encodeEnvelope,
  encodings,
  envelopeHead,
  IV_BYTES,
  sealings,
  TAG_BYTES,
} from './envelope.ts'
export { type ErrorBody, type ErrorCode, errorStatus } from './error-codes.ts'
export type {
  BotVerdict,
  CookieState,
  Decision,
  ExplanationStep,
  Identification,
  MatchKind,
  NameVersion,
  Score,
  ScorePart,
  SessionState,
  TracioEvent,
} from './event.ts'
export type { Category, Evidence, Finding } from './finding.ts'
export { type FlatEvent, toFlat } from './flat.ts'
export { type GapName, gapNumbers } from './gap.ts'
export {
  type AddressScope,
  type ConnectionType,
  type IpFacts,
  type ListGap,
  type ListHit,
  type ListKind,
  listKinds,
  type NetworkClass,
  type NetworkFacts,
  type PlaceFacts,
  type ThreatKind,
} from './ip-facts.ts'
export { type IpLocation, ipLocation } from './ip-location.ts'
export { networkGrounds } from './network-products.ts'
export type {
  AddressRole,
  Confidence,
  LocationVerdict,
  NetworkAnswer,
  NetworkVerdict,
  ReputationSource,
  VpnMethods,
} from './network-verdict.ts'
export { decodePayload, type LinkedIdType, type Payload } from './payload.ts'
export { BOT_DETECTORS, type ProductsView, toProducts } from './products.ts'
export { decodeReadings, type RawReadings, type Reading, type Readings } from './reading.ts'
export type { SessionAnswer, TurnOffer } from './session-answer.ts'
export { type ShownSignal, showSignals } from './show-signals.ts'
export { type SignalName, signalIds } from './signal-ids.ts'
export type { BrowserFamily, SignalFacts, Tier } from './signals/signal.ts'
export { type CurrentSignalName, currentSignalNames, type Signals, signalNames, signals } from './signals.ts'
export { storedEvent } from './stored-event.ts'
export { type Geo, toGeo } from './to-geo.ts'
export { type NetworkView, toNetwork } from './to-network.ts'
export { toRfc3339 } from './to-rfc3339.ts'
export { unlookedLocation, unlookedNetwork } from './unlooked-network.ts'
export {
  type ObservedMetric,
  type ObservedMetrics,
  unknownMetric,
  type Velocity,
  type VelocityDimension,
  type VelocityGap,
  type VelocityMetric,
  type VelocityMetricMeaning,
  type VelocitySuspicion,
  velocityMetrics,
  velocityWindows,
  wholeMetric,
  wholeMetrics,
} from './velocity.ts'
export { velocityColumnNames } from './velocity-columns.ts'
