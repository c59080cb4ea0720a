import { expect, it } from 'vitest'
import { validationMessage } from './validation-message.ts'

const error = { instancePath: '/limit', schemaPath: '', message: 'must be <= 100' }

it.each([
  [{ ...error, keyword: 'maximum', params: { limit: 100 } }, 'The parameter "limit" must be <= 100.'],
  [{ ...error, keyword: 'required', params: { missingProperty: 'k' } }, 'The parameter "k" is missing.'],
  [
    { ...error, keyword: 'enum', params: { allowedValues: ['newest', 'oldest'] } },
    'The parameter "limit" must be one of newest, oldest.',
  ],
  [
    { ...error, keyword: 'format', params: { format: 'date-time' } },
    'The parameter "limit" must be a time such as 2026-11-21T08:00:00Z.',
  ],
])('names the parameter and what was expected', (one, message) => {
  expect(validationMessage([one]).message).toBe(message)
})

it('says something also where the validator says nothing', () => {
  expect(validationMessage([]).message).toBe('A parameter is wrong.')
})
