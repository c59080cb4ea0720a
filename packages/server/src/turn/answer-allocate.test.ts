import type { EpochMs } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { ALLOCATE, firefoxAllocate, firstAllocate, readAnswer, signedAllocate } from '../../test/stun-requests.ts'
import { answerAllocate, readAllocate } from './answer-allocate.ts'
import { createNonces } from './nonces.ts'
import { withFingerprint } from './stun-fingerprint.ts'
import { readStunMessage, stunAttribute, stunAttributes, writeStunMessage } from './stun-message.ts'
import { createTurnCredentials, type TurnCredential } from './turn-credentials.ts'

const at = 1_710_432_000_000 as EpochMs
const expiresAt = (at + 600_000) as EpochMs
const source = { address: '192.0.2.1', port: 4000 }
const deps = { credentials: createTurnCredentials('north'), nonces: createNonces(Buffer.from('key')) }
const ada = Buffer.alloc(20, 1)
const bob = Buffer.alloc(20, 2)
const nonce = deps.nonces.issue(source, at)
const mine = deps.credentials.issue(ada, expiresAt)

function answer(datagram: Buffer, from = source, when: EpochMs = at) {
  const request = readAllocate(datagram, from, when, deps)
  return request && answerAllocate(request, from, when, deps)
}
const said = (datagram: Buffer, from = source, when: EpochMs = at) => {
  const given = answer(datagram, from, when)
  return { kind: given?.kind, ...readAnswer(given?.bytes) }
}

it.each([
  ['Chromium', firstAllocate()],
  ['Firefox', firefoxAllocate()],
])('asks %s who it is', (_name, datagram) => {
  expect(said(datagram)).toEqual({ kind: 'challenged', type: 0x0113, code: 401, nonce })
})

it.each(['sha1', 'sha256'] as const)('sees the browser of a session that proves it by %s', (kind) => {
  const given = answer(signedAllocate(mine, { nonce, kind }))
  expect(given).toMatchObject({ kind: 'seen', session: ada.toString('base64url') })
  expect(readAnswer(given?.bytes)).toMatchObject({ type: 0x0103, code: undefined })
})

it('names an address that leads nowhere, for the one that relays and for the visitor’s own', () => {
  const { attributes } = readStunMessage(answer(signedAllocate(mine, { nonce }))?.bytes ?? Buffer.alloc(0)) ?? {
    attributes: [],
  }
  const nowhere = Buffer.from([0, 1, 0x21, 0x1b, 0xcb ^ 0x21, 0x00 ^ 0x12, 0x71 ^ 0xa4, 0x01 ^ 0x42])
  for (const type of [stunAttributes.xorRelayedAddress, stunAttributes.xorMappedAddress]) {
    expect(stunAttribute(attributes, type)?.value).toEqual(nowhere)
  }
})

it('sends a fingerprint to who sends one', () => {
  const last = (datagram: Buffer) => readStunMessage(answer(datagram)?.bytes ?? datagram)?.attributes.at(-1)?.type
  expect(last(firefoxAllocate())).toBe(stunAttributes.fingerprint)
  expect(last(withFingerprint(signedAllocate(mine, { nonce })))).toBe(stunAttributes.fingerprint)
  expect(last(firstAllocate())).toBe(stunAttributes.nonce)
})

describe('asks again', () => {
  it.each<[string, Buffer, typeof source, number]>([
    ['without a nonce', signedAllocate(mine), source, 0],
    ['with a nonce of its own', signedAllocate(mine, { nonce: 'A'.repeat(16) }), source, 0],
    ['with a nonce that is too old', signedAllocate(mine, { nonce }), source, 61_000],
    [
      'with a nonce that another address was sent',
      signedAllocate(mine, { nonce }),
      { ...source, address: '192.0.2.9' },
      0,
    ],
  ])('who comes %s', (_name, datagram, from, afterMs) => {
    const when = (at + afterMs) as EpochMs
    expect(said(datagram, from, when)).toMatchObject({
      kind: 'challenged',
      code: 438,
      nonce: deps.nonces.issue(from, when),
    })
  })
})

describe('refuses', () => {
  const other = deps.credentials.issue(bob, expiresAt)
  it.each<[string, TurnCredential]>([
    ['a credential that was made up', { ...mine, credential: 'guessed' }],
    ['the credential of another session', { ...mine, credential: other.credential }],
    ['a credential under another secret', createTurnCredentials('south').issue(ada, expiresAt)],
    ['a credential whose time is over', deps.credentials.issue(ada, (at - 1000) as EpochMs)],
    ['a name that is not ours', { username: 'u', credential: 'c' }],
    ['no name', { username: '', credential: '' }],
  ])('%s', (_name, credential) => {
    expect(said(signedAllocate(credential, { nonce }))).toMatchObject({ kind: 'refused', code: 401 })
  })

  it('a proof for another realm', () => {
    expect(said(signedAllocate(mine, { nonce, realm: 'other' }))).toMatchObject({ kind: 'refused', code: 401 })
  })

  it('a name that stands behind the signature', () => {
    const bytes = signedAllocate({ username: '', credential: mine.credential }, { nonce })
    const name = writeStunMessage(0, Buffer.alloc(12), [[stunAttributes.username, Buffer.from(mine.username)]])
    const longer = Buffer.concat([bytes, name.subarray(20)])
    longer.writeUInt16BE(longer.length - 20, 2)
    expect(said(longer)).toMatchObject({ kind: 'refused', code: 401 })
  })
})

describe('does not answer', () => {
  const transport = (protocol: number): Buffer =>
    writeStunMessage(ALLOCATE, Buffer.alloc(12), [
      [stunAttributes.requestedTransport, Buffer.from([protocol, 0, 0, 0])],
    ])
  const spoiled = firefoxAllocate()
  spoiled[10] = 0
  it.each([
    ['a binding: it is nobody’s STUN server', firstAllocate(0x0001)],
    ['a refresh', signedAllocate(mine, { nonce, type: 0x0004 })],
    ['a permission', signedAllocate(mine, { nonce, type: 0x0008 })],
    ['what should be sent on', signedAllocate(mine, { nonce, type: 0x0016 })],
    ['an answer', firstAllocate(0x0113)],
    ['who asks for TCP', transport(6)],
    ['who asks for nothing', writeStunMessage(ALLOCATE, Buffer.alloc(12), [])],
    ['a fingerprint that is wrong', spoiled],
    ['anything else', Buffer.from('GET / HTTP/1.1\r\n\r\n!!')],
  ])('%s', (_name, datagram) => {
    expect(answer(datagram)).toBeUndefined()
  })
})
