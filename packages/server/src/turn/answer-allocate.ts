import { hash } from 'node:crypto'
import type { EpochMs } from '@tracio/contract'
import { type Integrity, integrityOf, isIntact, signed } from './message-integrity.ts'
import type { Nonces, UdpSource } from './nonces.ts'
import { fingerprintOf, withFingerprint } from './stun-fingerprint.ts'
import { readStunMessage, type StunMessage, stunAttribute, stunAttributes, writeStunMessage } from './stun-message.ts'
import type { TurnCredentials } from './turn-credentials.ts'
import { xorAddress } from './xor-address.ts'

/** What names and proofs are checked with. */
export interface AllocateDeps {
  readonly credentials: TurnCredentials
  readonly nonces: Nonces
}

/** An Allocate request that asks for UDP: all that a browser's probe sends us, and all that is answered. */
export interface AllocateRequest {
  readonly message: StunMessage
  readonly integrity: Integrity | undefined
  /** Whether the source has received a nonce of ours, and so is where it says it is. */
  readonly isReached: boolean
}

/** What an Allocate came to. */
export type AllocateAnswer =
  /** Told to come again with a nonce, or with another one. */
  | { readonly kind: 'challenged'; readonly bytes: Buffer }
  /** The credential is not ours, not this session's, or over. */
  | { readonly kind: 'refused'; readonly bytes: Buffer }
  /** The source proved to be the browser of this session, whose id is in base64url. */
  | { readonly kind: 'seen'; readonly bytes: Buffer; readonly session: string }

/** The realm that all credentials are of; coturn has to be told the same. */
export const TURN_REALM = 'tracio'

const REALM_BYTES = Buffer.from(TURN_REALM)

/** Method Allocate, 3, in the classes request, success and error: RFC 8656, section 17, and RFC 8489, section 5. */
const ALLOCATE_REQUEST = 0x0003
const ALLOCATE_SUCCESS = 0x0103
const ALLOCATE_ERROR = 0x0113

/** IANA's number of UDP. */
const UDP = 17

const UNAUTHENTICATED = 401
const STALE_NONCE = 438

/**
 * What is given as the address that relays, and as the one that was seen. An answer of success ends a browser's probe soonest:
 * after an error Chromium goes on asking for seconds. Nothing is relayed, so the address is one that leads nowhere, of a block
 * for documentation and the port that discards; browsers take no 0.0.0.0 for an answer. The visitor's own address is not
 * told, so that scripts of the page learn nothing from us. Chromium 156 and Firefox 153, November 2026.
 */
const NOWHERE = xorAddress([203, 0, 113, 1], 9)

/** Seconds. The least that RFC 8656, section 7.2, wants; the probe is over after one. */
const LIFETIME = Buffer.from([0, 0, 600 >> 8, 600 & 0xff])

/** Reads a datagram. Undefined, and no answer, for all that is no Allocate: bindings too, because we are nobody's STUN server. */
export function readAllocate(
  datagram: Buffer,
  source: UdpSource,
  at: EpochMs,
  { nonces }: AllocateDeps,
): AllocateRequest | undefined {
  const message = readStunMessage(datagram)
  if (message?.type !== ALLOCATE_REQUEST || fingerprintOf(message) === 'wrong') return
  if (stunAttribute(message.attributes, stunAttributes.requestedTransport)?.value[0] !== UDP) return
  const integrity = integrityOf(message)
  const nonce = signedValue(message, integrity, stunAttributes.nonce)
  return { message, integrity, isReached: nonce !== undefined && nonces.isOurs(nonce, source, at) }
}

/** Answers an Allocate by the long-term credential mechanism, https://www.rfc-editor.org/rfc/rfc8489#section-9.2.4. */
export function answerAllocate(
  { message, integrity, isReached }: AllocateRequest,
  source: UdpSource,
  at: EpochMs,
  { credentials, nonces }: AllocateDeps,
): AllocateAnswer {
  const challenge = (code: number): Buffer => errorWithNonce(message, code, nonces.issue(source, at))
  if (!integrity) return { kind: 'challenged', bytes: challenge(UNAUTHENTICATED) }
  if (!isReached) return { kind: 'challenged', bytes: challenge(STALE_NONCE) }
  const username = signedValue(message, integrity, stunAttributes.username)?.toString('latin1') ?? ''
  const known = credentials.named(username, at)
  if (!known) return { kind: 'refused', bytes: challenge(UNAUTHENTICATED) }
  // MD5 is what the mechanism makes a key of; the code that signs is HMAC.
  const key = hash('md5', `${username}:${TURN_REALM}:${known.credential}`, 'buffer')
  if (!isIntact(message, integrity, key)) return { kind: 'refused', bytes: challenge(UNAUTHENTICATED) }
  const success = writeStunMessage(ALLOCATE_SUCCESS, message.transaction, [
    [stunAttributes.xorRelayedAddress, NOWHERE],
    [stunAttributes.lifetime, LIFETIME],
    [stunAttributes.xorMappedAddress, NOWHERE],
  ])
  return { kind: 'seen', bytes: likewise(message, signed(success, integrity.kind, key)), session: known.session }
}

/** A value that the signature covers; what stands behind the signature could be anybody's. */
function signedValue({ attributes }: StunMessage, integrity: Integrity | undefined, type: number): Buffer | undefined {
  const found = stunAttribute(attributes, type)
  return found && integrity && found.at < integrity.at ? found.value : undefined
}

/** Without a reason in words, so that the answer stays small. */
const errorWithNonce = (message: StunMessage, code: number, nonce: string): Buffer =>
  likewise(
    message,
    writeStunMessage(ALLOCATE_ERROR, message.transaction, [
      [stunAttributes.errorCode, Buffer.from([0, 0, Math.floor(code / 100), code % 100])],
      [stunAttributes.realm, REALM_BYTES],
      [stunAttributes.nonce, Buffer.from(nonce)],
    ]),
  )

/** Who sends fingerprints gets one. */
const likewise = (request: StunMessage, answer: Buffer): Buffer =>
  fingerprintOf(request) === 'right' ? withFingerprint(answer) : answer
