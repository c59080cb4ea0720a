import { describe, expect, it } from 'vitest'
import { decodeEnvelope, type Envelope, encodeEnvelope } from './envelope.ts'

const sealed: Envelope = {
  encoding: 1,
  sealing: 1,
  session: 'abc-_09',
  iv: new Uint8Array(12).fill(7),
  bytes: new Uint8Array(40).fill(9),
}

describe('an envelope comes back as it went', () => {
  it.each([
    ['sealed and deflated', sealed],
    ['plain', { encoding: 0, sealing: 0, session: 's', bytes: new Uint8Array([123, 125]) }],
    ['with the longest session id', { ...sealed, session: 'x'.repeat(255) }],
  ])('%s', (_name, envelope: Envelope) => {
    expect(decodeEnvelope(encodeEnvelope(envelope))).toMatchObject(envelope)
  })
})

describe('what is no envelope is refused', () => {
  const bytes = encodeEnvelope(sealed)
  const changed = (at: number, to: number): Uint8Array => Uint8Array.from(bytes, (byte, i) => (i === at ? to : byte))
  it.each([
    ['nothing', new Uint8Array(0)],
    ['a version from the future', changed(0, 2)],
    ['an unknown encoding', changed(1, 2)],
    ['an unknown sealing', changed(2, 2)],
    ['a session id longer than the message', changed(3, 255)],
    ['a head and nothing else', bytes.subarray(0, 11)],
    ['cut inside the authentication tag', bytes.subarray(0, 4 + 7 + 12 + 16)],
  ])('%s', (_name, input) => {
    expect(decodeEnvelope(input)).toBeUndefined()
  })
})
