import { expect, it } from 'vitest'
import { settings } from '../settings/index.ts'
import { foundOrFail } from './found-or-fail.ts'

it('hands on what was found, also when that is nothing', () => {
  expect([foundOrFail({ found: 1 }), foundOrFail({ found: undefined })]).toEqual([1, undefined])
})

it('says what to do about a search that was stopped, or never begun', () => {
  expect(() => foundOrFail({ refused: 'too_slow' })).toThrow(settings.searchTimeoutMs.name)
  expect(() => foundOrFail({ refused: 'busy' })).toThrow('Try again')
})
