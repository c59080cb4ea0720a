import { deflateRawSync } from 'node:zlib'
import { encodings } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { aPayload, CHROME_USER_AGENT } from '../test/payloads.ts'
import { decodeBody, decodeStored } from './decode-body.ts'

const json = (payload: unknown) => ({ bytes: Buffer.from(JSON.stringify(payload)), encoding: encodings.json })
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:156.0) Gecko/20100101 Firefox/156.0'

it.each([
  ['plain', json(aPayload())],
  ['deflated', { bytes: deflateRawSync(JSON.stringify(aPayload())), encoding: encodings.deflate }],
])('gives of a %s payload its frame and its readings', (_name, body) => {
  const { payload, readings } = decodeBody(body, CHROME_USER_AGENT)
  expect(payload).toMatchObject({ agent: '0.1.0', phase: 'primary' })
  expect(readings.cores).toEqual({ value: 8 })
})

describe('refuses, as the caller’s fault,', () => {
  it.each([
    ['what is no payload', json({ hello: 'world' }), 'payload_malformed'],
    ['what is no JSON', { bytes: Buffer.from('{'), encoding: encodings.json }, 'payload_malformed'],
    ['what does not inflate', { bytes: Buffer.from('flat'), encoding: encodings.deflate }, 'payload_malformed'],
    [
      'what inflates beyond 1 MiB',
      { bytes: deflateRawSync(' '.repeat(2 ** 20 + 1)), encoding: encodings.deflate },
      'payload_too_large',
    ],
  ])('%s', (_name, body, code) => {
    expect(() => decodeBody(body, '')).toThrow(expect.objectContaining({ name: 'ApiError', code }))
  })
})

it('reads stored readings as they were read at first', () => {
  const body = json(aPayload({}, { gaps: { s8: -1 } }))
  for (const userAgent of [CHROME_USER_AGENT, FIREFOX]) {
    expect(decodeStored(body, userAgent)).toEqual(decodeBody(body, userAgent).readings)
  }
  expect(decodeStored(body, FIREFOX).memoryGib).toEqual({ gap: 'unsupported' })
})

it('blames nobody outside for stored readings that do not decode', () => {
  expect(() => decodeStored(json({ hello: 'world' }), '')).toThrow(expect.objectContaining({ name: 'Error' }))
})
