import { createHash } from 'node:crypto'
import { type IntegrityKind, signed } from '../src/turn/message-integrity.ts'
import { withFingerprint } from '../src/turn/stun-fingerprint.ts'
import { readStunMessage, stunAttribute, stunAttributes, writeStunMessage } from '../src/turn/stun-message.ts'
import type { TurnCredential } from '../src/turn/turn-credentials.ts'

/** Allocate, as a request. */
export const ALLOCATE = 0x0003

const UDP = Buffer.from([17, 0, 0, 0])
const TRANSACTION = Buffer.from('transaction!')

/** What a test wants of an Allocate that differs from a browser's. */
export interface RequestPart {
  readonly type?: number
  readonly realm?: string
  readonly nonce?: string
  readonly kind?: IntegrityKind
}

/** The first Allocate that Chromium sends, 28 bytes. */
export const firstAllocate = (type = ALLOCATE): Buffer =>
  writeStunMessage(type, TRANSACTION, [[stunAttributes.requestedTransport, UDP]])

/** The first Allocate that Firefox sends, with a lifetime and a fingerprint, 44 bytes. */
export const firefoxAllocate = (): Buffer =>
  withFingerprint(
    writeStunMessage(ALLOCATE, TRANSACTION, [
      [stunAttributes.requestedTransport, UDP],
      [stunAttributes.lifetime, Buffer.from([0, 0, 14, 16])],
    ]),
  )

/** An Allocate that is signed with a credential. */
export function signedAllocate(
  { username, credential }: TurnCredential,
  { type = ALLOCATE, realm = 'tracio', nonce = '', kind = 'sha1' }: RequestPart = {},
): Buffer {
  const message = writeStunMessage(type, TRANSACTION, [
    [stunAttributes.requestedTransport, UDP],
    [stunAttributes.username, Buffer.from(username)],
    [stunAttributes.realm, Buffer.from(realm)],
    [stunAttributes.nonce, Buffer.from(nonce)],
  ])
  return signed(message, kind, createHash('md5').update(`${username}:${realm}:${credential}`).digest())
}

/** What an answer says. */
export interface StunAnswer {
  readonly type: number
  readonly code: number | undefined
  readonly nonce: string | undefined
}

/** Reads an answer; it has to be whole, and of the request's transaction. */
export function readAnswer(bytes: Buffer | undefined): StunAnswer | undefined {
  if (!bytes) return
  const message = readStunMessage(bytes)
  if (!message?.transaction.equals(TRANSACTION)) throw new Error('The answer is no answer to the request.')
  const value = (type: number) => stunAttribute(message.attributes, type)?.value
  const error = value(stunAttributes.errorCode)
  return {
    type: message.type,
    code: error && error.readUInt8(2) * 100 + error.readUInt8(3),
    nonce: value(stunAttributes.nonce)?.toString(),
  }
}
