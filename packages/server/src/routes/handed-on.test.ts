import { describe, expect, it } from 'vitest'
import { envelopeOf, handedOn, isBackend } from './handed-on.ts'

const BYTES = Buffer.from([1, 2, 250])
const payload = BYTES.toString('base64url')
const plain = { body: BYTES, headers: { 'content-type': 'text/plain' } }
const posted = (json: unknown, authorization?: string) => ({
  body: Buffer.from(JSON.stringify(json)),
  headers: { 'content-type': 'application/json; charset=utf-8', ...(authorization ? { authorization } : {}) },
})

describe('isBackend', () => {
  it.each([
    ['an API secret with JSON', posted({}, 'Bearer tracio_sk_1'), true],
    ['JSON alone', posted({}), false],
    ['the password of a site that is not public yet', posted({}, 'Basic YTpi'), false],
    ['an agent behind such a thing', { ...plain, headers: { ...plain.headers, authorization: 'Bearer x' } }, false],
  ])('%s', (_name, request, backend) => {
    expect(isBackend(request)).toBe(backend)
  })
})

describe('envelopeOf', () => {
  it.each([
    ['the body itself', plain],
    ['JSON in base64url', posted({ payload })],
    ['JSON in base64', posted({ payload: BYTES.toString('base64') })],
  ])('reads %s', (_name, request) => {
    expect(envelopeOf(request)).toEqual(BYTES)
  })
  it.each([
    ['no body', { body: undefined, headers: {} }, 'payload_malformed'],
    ['broken JSON', { ...plain, headers: { 'content-type': 'application/json' } }, 'payload_malformed'],
    ['JSON without payload', posted({}), 'payload_malformed'],
    ['a payload that is no text', posted({ payload: 7 }), 'payload_malformed'],
    ['null', posted(null), 'payload_malformed'],
    ['somebody else\u2019s address without a secret', posted({ payload, ip: '192.0.2.1' }), 'secret_invalid'],
    ['somebody else\u2019s cookie without a secret', posted({ payload, cookie: 'a' }), 'secret_invalid'],
  ])('refuses %s', (_name, request, code) => {
    expect(() => envelopeOf(request)).toThrow(expect.objectContaining({ code }))
  })
})

describe('handedOn', () => {
  it('reads all that a backend knows of its visitor', () => {
    const said = { ip: '2001:db8::1', userAgent: 'a browser', cookie: 'token' }
    expect(handedOn(posted({ payload, ...said }))).toEqual({ body: BYTES, ...said })
  })
  it.each([{}, { userAgent: null, cookie: null }])('does without user agent and cookie', (rest) => {
    expect(handedOn(posted({ payload, ip: '192.0.2.1', ...rest }))).toEqual({
      body: BYTES,
      ip: '192.0.2.1',
      userAgent: '',
      cookie: undefined,
    })
  })
  it.each([
    ['no address', {}, 'ip must'],
    ['an address that is none', { ip: '192.0.2.300' }, 'ip must'],
    ['an address with a zone', { ip: 'fe80::1%eth0' }, 'ip must'],
    ['an address that is no text', { ip: ['192.0.2.1'] }, 'ip must'],
    ['a user agent that is no text', { ip: '192.0.2.1', userAgent: 7 }, 'userAgent must'],
    ['an endless user agent', { ip: '192.0.2.1', userAgent: 'a'.repeat(2049) }, 'userAgent must'],
    ['an endless cookie', { ip: '192.0.2.1', cookie: 'a'.repeat(4097) }, 'cookie must'],
  ])('refuses %s', (_name, said, message) => {
    const read = () => handedOn(posted({ payload, ...said }))
    expect(read).toThrow(expect.objectContaining({ code: 'request_malformed' }))
    expect(read).toThrow(message)
  })
  it('refuses a request without payload', () => {
    expect(() => handedOn(posted({ ip: '192.0.2.1' }))).toThrow(expect.objectContaining({ code: 'payload_malformed' }))
  })
})
