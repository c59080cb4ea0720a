import { describe, expect, it } from 'vitest'
import { notEmpty, oneOf, onOrOff, optional, wholeNumber } from './setting.ts'

const wrong = { wrong: expect.any(String) }

describe('a text becomes a value, or a sentence says what is wrong', () => {
  it.each([
    ['a word of the list', oneOf('a', 'b'), 'b', { value: 'b' }],
    ['another word', oneOf('a', 'b'), 'c', { wrong: 'must be one of a, b' }],
    ['on', onOrOff, 'on', { value: true }],
    ['off', onOrOff, 'off', { value: false }],
    ['yes', onOrOff, 'yes', wrong],
    ['the least', wholeNumber(1, 9), '1', { value: 1 }],
    ['the most', wholeNumber(1, 9), '9', { value: 9 }],
    ['less than the least', wholeNumber(1, 9), '0', wrong],
    ['more than the most', wholeNumber(1, 9), '10', wrong],
    ['a number with a sign', wholeNumber(1, 9), '+5', wrong],
    ['nothing, where something must be', notEmpty, '', wrong],
    ['nothing, where nothing may be', optional(wholeNumber(1, 9)), '', { value: undefined }],
    ['something, where nothing may be', optional(wholeNumber(1, 9)), '5', { value: 5 }],
  ])('%s', (_name, parse, text, outcome) => {
    expect(parse(text)).toEqual(outcome)
  })
})
