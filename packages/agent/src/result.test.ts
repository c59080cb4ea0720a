import type { ClientView } from '@tracio/contract'
import { expect, it } from 'vitest'
import { resultFrom } from './result.ts'

const ids = { visitorId: 'aaaaBBBBcccc1234', requestId: '1790000000_abcdefghijkl' }
const bot = { result: 'bot', type: 'webdriver', score: 0.97, reasons: ['flag_set'] }
const shown = { detected: true, confidence: 97, reasons: ['flag_set'], result: 'bot' }
const human = { result: 'human', type: '', score: 0, reasons: [] }

it.each<[string, ClientView, unknown]>([
  ['level id', ids, ids],
  [
    'level verdict',
    { ...ids, confidence: 0.9, visitorFound: true, bot },
    { ...ids, confidence: 0.9, visitorFound: true, bot: shown },
  ],
  ['level full', { ...ids, bot, findings: [] }, { ...ids, bot: shown, findings: [] }],
  [
    'a person',
    { ...ids, bot: human },
    { ...ids, bot: { detected: false, confidence: 0, reasons: [], result: 'human' } },
  ],
])('%s', (_name, view, expected) => {
  expect(resultFrom(view)).toEqual(expected)
})

it.each<[string, unknown]>([
  ['nobody was identified', { ...ids, visitorId: null }],
  ['an empty visitor id', { ...ids, visitorId: '' }],
  ['an empty answer', {}],
  ['a list', []],
  ['null', null],
])('refuses an answer without a visitor id: %s', (_name, answer) => {
  expect(() => resultFrom(answer)).toThrow(expect.objectContaining({ code: 'server' }))
})

it('leaves a verdict out that it does not know, and bounds what it does know', () => {
  expect(resultFrom({ ...ids, bot: { result: 'perhaps' } })).toEqual(ids)
  expect(resultFrom({ ...ids, bot: { ...bot, score: 7, reasons: 'x' } }).bot).toMatchObject({
    confidence: 100,
    reasons: [],
  })
})
