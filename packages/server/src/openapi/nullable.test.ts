import Schema from 'typebox/schema'
import { expect, it } from 'vitest'
import { nullable } from './nullable.ts'

it('takes the type and null, and nothing else', () => {
  const schema = Schema.Compile(nullable<number>('integer', { minimum: 1 }))
  expect([1, null, 0, 1.5, 'x', undefined].map((value) => schema.Check(value))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
