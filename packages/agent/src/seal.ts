import { encodeEnvelope, encodings, envelopeHead, IV_BYTES, sealings } from '@tracio/contract/wire'
import { isNamed } from './error-name.ts'
import type { Global } from './global.ts'
import { utf8 } from './utf8.ts'

/** What sealing needs to know of a session. */
export interface SealingSession {
  readonly session: string
  /** 32 bytes for AES-256. */
  readonly key: Uint8Array<ArrayBuffer>
}

/**
 * Turns a payload's JSON into the bytes to send: deflated where the browser can, sealed where it has WebCrypto, which
 * plain HTTP pages lack. The envelope says which of the two was done.
 */
export async function seal(
  json: string,
  { session, key }: SealingSession,
  g: Global,
): Promise<Uint8Array<ArrayBuffer>> {
  const deflated = await deflate(json, g)
  const encoding = deflated ? encodings.deflate : encodings.json
  const bytes = deflated ?? utf8(json)
  const { crypto } = g
  if (!crypto?.subtle || !crypto.getRandomValues) {
    return encodeEnvelope({ encoding, sealing: sealings.none, session, bytes })
  }
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const additionalData = envelopeHead(encoding, sealings.aesGcm, session)
  const aesKey = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, aesKey, bytes)
  return encodeEnvelope({ encoding, sealing: sealings.aesGcm, session, iv, bytes: new Uint8Array(sealed) })
}

/** The text after UTF-8, which a blob writes itself, and deflate-raw; undefined where the browser cannot do that. */
async function deflate(text: string, g: Global): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!g.CompressionStream || !g.Response || !g.Blob) return
  const stream = compressor(g.CompressionStream)
  return stream && new Uint8Array(await new g.Response(new g.Blob([text]).stream().pipeThrough(stream)).arrayBuffer())
}

/** Chromium before 103 has the interface without this format, and throws a TypeError (https://compression.spec.whatwg.org). */
function compressor(Stream: typeof CompressionStream): CompressionStream | undefined {
  try {
    return new Stream('deflate-raw')
  } catch (error) {
    if (isNamed(error, 'TypeError')) return
    throw error
  }
}
