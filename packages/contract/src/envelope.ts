/**
 * The envelope around a payload, in bytes:
 *
 * | offset | length | what |
 * | --- | --- | --- |
 * | 0 | 1 | version of this layout |
 * | 1 | 1 | encoding of the plain text: 0 JSON, 1 JSON after deflate-raw |
 * | 2 | 1 | sealing: 0 none, 1 AES-256-GCM with the session's key |
 * | 3 | 1 | length n of the session id |
 * | 4 | n | session id, ASCII |
 * | 4 + n | 12 | initialisation vector (only when sealed) |
 * | rest | | the bytes; when sealed the last 16 are the authentication tag |
 *
 * Everything before the vector is authenticated as additional data, so an envelope cannot be relabelled.
 * Bytes rather than base64, because a third more to send is a third more to wait for on a phone.
 */
export const ENVELOPE_VERSION = 1

/** How the plain text is encoded. */
export const encodings = { json: 0, deflate: 1 } as const

/** How the plain text is sealed. Plain HTTP pages have no WebCrypto and send unsealed. */
export const sealings = { none: 0, aesGcm: 1 } as const

/** Length of the initialisation vector in bytes, the one that GCM is defined for. */
export const IV_BYTES = 12

/** Length of the authentication tag in bytes. */
export const TAG_BYTES = 16

/** A payload on its way: encoded, perhaps sealed, with what a server needs to open it. */
export interface Envelope {
  readonly encoding: number
  readonly sealing: number
  readonly session: string
  /** Present exactly when sealed. */
  readonly iv?: Uint8Array
  readonly bytes: Uint8Array
}

/** The part in front of the vector, which sealing authenticates. */
export function envelopeHead(encoding: number, sealing: number, session: string): Uint8Array<ArrayBuffer> {
  const codes = Array.from(session, (letter) => letter.charCodeAt(0))
  return new Uint8Array([ENVELOPE_VERSION, encoding, sealing, codes.length, ...codes])
}

/** Lays an envelope out as bytes. The session id must be ASCII of at most 255 characters. */
export function encodeEnvelope(envelope: Envelope): Uint8Array<ArrayBuffer> {
  const head = envelopeHead(envelope.encoding, envelope.sealing, envelope.session)
  return new Uint8Array([...head, ...(envelope.iv ?? []), ...envelope.bytes])
}

/** Reads an envelope; undefined when the bytes are no envelope that this version understands. Copies nothing. */
export function decodeEnvelope(bytes: Uint8Array): (Envelope & { readonly head: Uint8Array }) | undefined {
  const [version, encoding, sealing, length] = bytes
  if (version !== ENVELOPE_VERSION || encoding === undefined || sealing === undefined || length === undefined) return
  if (encoding > encodings.deflate || sealing > sealings.aesGcm) return
  const headEnd = 4 + length
  const ivEnd = headEnd + (sealing === sealings.aesGcm ? IV_BYTES : 0)
  if (bytes.length <= ivEnd + (sealing === sealings.aesGcm ? TAG_BYTES : 0)) return
  let session = ''
  for (let i = 4; i < headEnd; i++) session += String.fromCharCode(bytes[i] ?? 0)
  return {
    encoding,
    sealing,
    session,
    head: bytes.subarray(0, headEnd),
    bytes: bytes.subarray(ivEnd),
    ...(sealing === sealings.aesGcm ? { iv: bytes.subarray(headEnd, ivEnd) } : {}),
  }
}
