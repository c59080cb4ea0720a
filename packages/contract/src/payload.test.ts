import { describe, expect, it } from 'vitest'
import { decodePayload } from './payload.ts'

const payload = { agent: '0.1.0', phase: 'primary', values: { s7: 8 }, gaps: { s8: -1 }, timings: { s7: 0.1 } }

it('reads a payload and keeps its readings raw', () => {
  expect(decodePayload(payload)).toEqual({
    agent: '0.1.0',
    phase: 'primary',
    readings: { values: { s7: 8 }, gaps: { s8: -1 }, differing: {} },
    timings: { s7: 0.1 },
  })
})

it('drops timings that are none and keeps the rest', () => {
  const timings = { s1: -1, s2: 'fast', s3: 1e9, s7: 3 }
  expect(decodePayload({ ...payload, timings })?.timings).toEqual({ s7: 3 })
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
    ['one level too deep', { ...payload, values: { s7: nested(7) } }],
    [
      'a thousand and one signals',
      { ...payload, values: Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`s${i}`, 1])) },
    ],
  ])('%s', (_name, input) => {
    expect(decodePayload(input)).toBeUndefined()
  })
})
