import { describe, expect, it } from 'vitest'
import { type GivenLabels, labelsFrom, labelsOfCall } from './labels.ts'

const SIG = 'ab'.repeat(32)

it.each<[string, GivenLabels, object]>([
  ['nothing', {}, {}],
  ['a linked id', { linkedId: 'a-1' }, { linkedId: 'a-1' }],
  [
    'all that belongs to one',
    { linkedId: 'a', linkedIdType: 'email', linkedIdSig: SIG },
    { linkedId: 'a', linkedIdType: 'email', linkedIdSig: SIG },
  ],
  [
    'a wrong signature, which is for the server to say',
    { linkedId: 'a', linkedIdSig: 'x' },
    { linkedId: 'a', linkedIdSig: 'x' },
  ],
  [
    'an endless one, cut',
    { linkedId: 'a', linkedIdSig: 'x'.repeat(9999) },
    { linkedId: 'a', linkedIdSig: 'x'.repeat(65) },
  ],
  ['what is empty, as nothing', { linkedId: '', linkedIdSig: '', tag: '' }, {}],
  ['the longest linked id', { linkedId: 'é'.repeat(128) }, { linkedId: 'é'.repeat(128) }],
  ['the longest tag', { tag: 'x'.repeat(256) }, { tag: 'x'.repeat(256) }],
  ['fields', { fields: { plan: 'pro', seats: {} } }, { fields: { plan: 'pro', seats: null } }],
  ['fields that are none, which the server counts', { fields: 'plan=pro' }, { fields: null }],
])('takes %s', (_name, options, labels) => {
  expect(labelsFrom(options)).toEqual(labels)
})

describe('refuses', () => {
  const untyped = (json: string): GivenLabels => JSON.parse(json)
  it.each<[string, GivenLabels, string]>([
    ['a linked id of too many characters', { linkedId: 'x'.repeat(257) }, 'linkedId is too long'],
    ['a linked id of too many bytes', { linkedId: 'é'.repeat(129) }, 'linkedId is too long'],
    ['a linked id that is no text', untyped('{"linkedId":7}'), 'linkedId must be'],
    ['a tag that is too long', { tag: 'x'.repeat(257) }, 'tag is too long'],
    ['a tag that is no text', untyped('{"tag":{}}'), 'tag must be'],
    ['a type without a linked id', { linkedIdType: 'email' }, 'linkedId is missing'],
    ['a signature without a linked id', { linkedIdSig: SIG }, 'linkedId is missing'],
    ['a signature that is no text', untyped('{"linkedId":"a","linkedIdSig":7}'), 'linkedIdSig must be'],
    ['an unknown type', untyped('{"linkedId":"a","linkedIdType":"name"}'), 'linkedIdType must be'],
  ])('%s', (_name, options, message) => {
    expect(() => labelsFrom(options)).toThrow(expect.objectContaining({ code: 'invalid_config' }))
    expect(() => labelsFrom(options)).toThrow(message)
  })
})

describe('one call', () => {
  const atInit = labelsFrom({
    linkedId: 'a',
    linkedIdType: 'email',
    linkedIdSig: SIG,
    tag: 'home',
    fields: { plan: 'pro' },
  })
  it('says what init said', () => {
    expect(labelsOfCall(atInit, {})).toEqual(atInit)
  })
  it('says its own instead, one by one', () => {
    expect(labelsOfCall(atInit, { tag: 'login', fields: { step: 2 } })).toEqual({
      ...atInit,
      tag: 'login',
      fields: { step: 2 },
    })
  })
  it('leaves type and signature of another linked id behind', () => {
    expect(labelsOfCall(atInit, { linkedId: 'b' })).toEqual({ linkedId: 'b', tag: 'home', fields: { plan: 'pro' } })
  })
  it('may not sign the linked id of init', () => {
    expect(() => labelsOfCall(atInit, { linkedIdSig: SIG })).toThrow(
      expect.objectContaining({ code: 'invalid_config' }),
    )
  })
})
