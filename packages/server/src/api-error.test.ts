import { type ErrorCode, errorStatus } from '@tracio/contract'
import { expect, it } from 'vitest'
import { ApiError, errorBody } from './api-error.ts'

it.each<[ErrorCode, number]>([
  ['payload_malformed', 400],
  ['secret_invalid', 401],
  ['origin_not_allowed', 403],
  ['not_found', 404],
  ['payload_too_large', 413],
  ['rate_limited', 429],
  ['unavailable', 503],
])('costs the caller of %s a %i', (code, status) => {
  expect(new ApiError(code, 'a sentence')).toMatchObject({ code, status, message: 'a sentence' })
})

it('never blames the caller with a status that says it went well', () => {
  expect(Object.values(errorStatus).filter((status) => status < 400 || status > 599)).toEqual([])
})

it('is told apart from a bug, and shows in logs where it was thrown', () => {
  const error = new ApiError('not_found', 'There is nothing.')
  expect(error).toBeInstanceOf(Error)
  expect(error.stack).toContain('api-error.test.ts')
  expect(String(error)).toBe('ApiError: There is nothing.')
})

it('has a body of the code and the sentence, and of nothing else', () => {
  expect(errorBody('not_found', 'There is nothing.')).toEqual({
    ok: false,
    error: { code: 'not_found', message: 'There is nothing.' },
  })
})
