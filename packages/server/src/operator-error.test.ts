import { expect, it } from 'vitest'
import { exitCodes, OperatorError } from './operator-error.ts'

it('keeps the documented exit codes, which scripts go by', () => {
  expect(exitCodes).toEqual({ fine: 0, failed: 1, usage: 2, notFound: 3, problems: 4 })
})

it('is a plain failure unless said otherwise', () => {
  expect(new OperatorError('Do this.')).toMatchObject({ failure: 'failed', message: 'Do this.' })
  expect(new OperatorError('No key.', 'notFound').failure).toBe('notFound')
})
