/**
 * The part of the contract that the agent bundles: wire ids, gap numbers and the envelope. It is kept free of
 * decoders, so that the agent stays small.
 */
export { type Envelope, encodeEnvelope, encodings, envelopeHead, IV_BYTES, sealings } from './envelope.ts'
export { type GapName, gapNumbers } from './gap.ts'
export { type SignalName, signalIds } from './signal-ids.ts'
