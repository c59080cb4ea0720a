import { expect, it } from 'vitest'
import { answered } from './answered.ts'

it.each<[string, () => Promise<number> | number | undefined, unknown]>([
  ['an answer now', () => 3, { value: 3 }],
  ['an answer later', async () => 0, { value: 0 }],
  ['nobody to ask', () => undefined, { absent: 'unavailable' }],
  ['a refusal', () => Promise.reject(new DOMException('no', 'SecurityError')), { absent: 'denied' }],
])('tells %s', async (_what, ask, expected) => {
  expect(await answered(ask)).toEqual(expected)
})

it('lets a refusal at once be a refusal, and any other failure through', async () => {
  const failing = (error: Error) =>
    answered(() => {
      throw error
    })
  expect(await failing(new DOMException('no', 'NotAllowedError'))).toEqual({ absent: 'denied' })
  await expect(failing(new RangeError('odd'))).rejects.toThrow('odd')
})
