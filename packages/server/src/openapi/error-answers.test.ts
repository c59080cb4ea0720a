import { errorStatus } from '@tracio/contract'
import Schema from 'typebox/schema'
import { expect, it } from 'vitest'
import { errorBody } from '../api-error.ts'
import { apiErrors, errorAnswers, errorSchema } from './error-answers.ts'

it('describes the body of every error there is', () => {
  const schema = Schema.Compile(errorSchema)
  const codes = Object.keys(errorStatus) as (keyof typeof errorStatus)[]
  expect(codes.filter((code) => !schema.Check(errorBody(code, 'Why.')))).toEqual([])
  expect(schema.Check({ ok: false, error: { code: 'oops', message: '' } })).toBe(false)
})

it('gives each status that a route names its meaning and the one body', () => {
  const answers = errorAnswers(400, 422)
  expect(Object.keys(answers)).toEqual(['400', '422'])
  expect(answers[422]).toMatchObject({ $ref: 'Error#', description: expect.stringContaining('time limit') })
  expect(Object.keys(apiErrors)).toContain('401')
})
