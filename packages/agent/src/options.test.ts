import { describe, expect, it } from 'vitest'
import type { Global } from './global.ts'
import { type GivenOptions, settingsFrom } from './options.ts'

const page: Global = { location: { origin: 'https://shop.example' } }
const publicKey = 'tracio_pk_1'
const times = { timeoutMs: 15_000, budgetMs: 300, lateAfterMs: 10_000 }
const there = { endpoint: 'https://shop.example', apiPath: '/api' }
const settings = { publicKey, ...there, ...times, without: undefined, consent: true, labels: {} }

it.each<[string, GivenOptions, GivenOptions, object]>([
  ['defaults', { publicKey }, {}, settings],
  [
    'what the script tag knows',
    {},
    { publicKey, endpoint: '/t', fields: { a: 'x' } },
    { ...settings, endpoint: 'https://shop.example/t', labels: { fields: { a: 'x' } } },
  ],
  ['a key before that of the script tag', { publicKey }, { publicKey: 'other' }, settings],
  ['an empty key as none', { publicKey: '' }, { publicKey }, settings],
  [
    'fields before those of the script tag',
    { publicKey, fields: { b: 1 } },
    { fields: { a: 'x' } },
    { ...settings, labels: { fields: { b: 1 } } },
  ],
  ['a budget', { publicKey, timeoutMs: 900 }, {}, { ...settings, timeoutMs: 900 }],
  [
    'times of reading',
    { publicKey, budgetMs: 50, lateAfterMs: 60_000 },
    {},
    { ...settings, budgetMs: 50, lateAfterMs: 60_000 },
  ],
  ['times of reading that make no sense', { publicKey, budgetMs: Number.NaN, lateAfterMs: -1 }, {}, settings],
  [
    'a late wave later than the server takes it',
    { publicKey, lateAfterMs: 1e9 },
    {},
    { ...settings, lateAfterMs: 43_200_000 },
  ],
  ['families to leave out, as they are', { publicKey, without: ['css'] }, {}, { ...settings, without: ['css'] }],
  ['no budget', { publicKey, timeoutMs: 0 }, {}, settings],
  ['a budget that makes no sense', { publicKey, timeoutMs: -1 }, {}, settings],
  ['an endless budget', { publicKey, timeoutMs: Number.POSITIVE_INFINITY }, {}, settings],
  ['a budget that is no number', { publicKey, timeoutMs: Number.NaN }, {}, settings],
  [
    'labels',
    { publicKey, linkedId: 'a-1', tag: 'login' },
    {},
    { ...settings, labels: { linkedId: 'a-1', tag: 'login' } },
  ],
  ['no consent', { publicKey, consent: false }, {}, { ...settings, consent: false }],
  [
    'a script that knows its server',
    { publicKey, scriptUrl: '/a.js', region: 'eu' },
    {},
    { ...settings, endpoint: '' },
  ],
])('%s', (_name, options, atHome, expected) => {
  expect(settingsFrom(options, atHome, page)).toEqual(expected)
})

const untyped = (json: string): GivenOptions => JSON.parse(json)

it.each(['null', '0', '"yes"'])('takes nothing for consent that is not: %s', (consent) => {
  expect(settingsFrom(untyped(`{"publicKey":"k","consent":${consent}}`), {}, page).consent).toBe(false)
})

describe('refuses', () => {
  it.each<[string, GivenOptions]>([
    ['no key', {}],
    ['a key that is no string', untyped('{"publicKey": 7}')],
    ['an endpoint that is none', { publicKey, endpoint: 'id.shop.example' }],
    ['an unknown region', { publicKey, region: 'mars' }],
    ['an empty script address', { publicKey, scriptUrl: '' }],
    ['a script address that is no string', untyped('{"publicKey": "k", "scriptUrl": 7}')],
    ['a wrong label', { publicKey, tag: 'x'.repeat(257) }],
  ])('%s', (_name, options) => {
    expect(() => settingsFrom(options, {}, page)).toThrow(expect.objectContaining({ code: 'invalid_config' }))
  })
})
