import { describe, expect, it } from 'vitest'
import { decodePayload } from './payload.ts'

const payload = { agent: '0.1.0', phase: 'primary', values: { s7: 8 }, gaps: { s8: -1 }, timings: { s7: 0.1 } }

it('reads a payload and keeps its readings raw', () => {
  expect(decodePayload(payload)).toEqual({
    agent: '0.1.0',
    phase: 'primary',
    custom: { fields: {}, fieldsRejected: 0 },
    readings: { values: { s7: 8 }, gaps: { s8: -1 }, differing: {} },
    timings: { s7: 0.1 },
  })
})

it('drops timings that are none and keeps the rest', () => {
  const timings = { s1: -1, s2: 'fast', s3: 1e9, s7: 3 }
  expect(decodePayload({ ...payload, timings })?.timings).toEqual({ s7: 3 })
})

it('reads what the page said of the visitor', () => {
  const said = { linkedId: 'a-1', linkedIdType: 'email', linkedIdSig: 'ab'.repeat(32), tag: 'login', gpc: true }
  expect(decodePayload({ ...payload, ...said, fields: { plan: 'pro', seats: {} } })).toMatchObject({
    ...said,
    custom: { fields: { plan: 'pro' }, fieldsRejected: 1 },
  })
})

it.each([
  ['a number', 7, ''],
  ['null', null, ''],
  ['a text that is no signature', 'hello', 'hello'],
  ['a signature with something behind it', 'a'.repeat(5000), 'a'.repeat(65)],
])('keeps the visit when the signature is %s', (_name, linkedIdSig, kept) => {
  expect(decodePayload({ ...payload, linkedId: 'a', linkedIdSig })).toMatchObject({ linkedIdSig: kept })
})

it('takes a linked id of exactly 256 bytes', () => {
  expect(decodePayload({ ...payload, linkedId: 'é'.repeat(128) })).toBeDefined()
})

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) })

it('takes a payload of exactly the deepest depth', () => {
  expect(decodePayload({ ...payload, values: { s7: nested(6) } })).toBeDefined()
})

describe('refuses', () => {
  it.each<[string, unknown]>([
    ['null', null],
    ['a list', [payload]],
    ['a payload without an agent version', { ...payload, agent: undefined }],
    ['an unknown phase', { ...payload, phase: 'later' }],
    ['values that are a list', { ...payload, values: [] }],
    ['gaps that are a string', { ...payload, gaps: 'none' }],
    ['a linked id that is too long', { ...payload, linkedId: 'x'.repeat(257) }],
    ['a linked id of too many bytes', { ...payload, linkedId: 'é'.repeat(129) }],
    ['an unknown type of linked id', { ...payload, linkedId: 'a', linkedIdType: 'name' }],
    ['a privacy control that is no answer', { ...payload, gpc: 'yes' }],
    ['one level too deep', { ...payload, values: { s7: nested(7) } }],
    [
      'a thousand and one signals',
      { ...payload, values: Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`s${i}`, 1])) },
    ],
  ])('%s', (_name, input) => {
    expect(decodePayload(input)).toBeUndefined()
  })
})
