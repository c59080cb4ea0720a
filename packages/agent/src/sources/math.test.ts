import { expect, it } from 'vitest'
import { math } from './math.ts'

it('gives sixteen named results, the same at every call', () => {
  const first = math({ Math })
  expect(first).toEqual(math({ Math }))
  expect(first).toMatchObject({ value: { acos: Math.acos(0.5756), sin: Math.sin(7.1e100) } })
})

it('says null for what JSON cannot carry and for functions that are missing', () => {
  expect(math({ Math: { cosh: () => Number.POSITIVE_INFINITY, sin: () => Number.NaN, exp: () => 3 } })).toMatchObject({
    value: { cosh: null, sin: null, tan: null, exp: 3 },
  })
})

it('is absent where there is no Math', () => {
  expect(math({})).toEqual({ absent: 'unavailable' })
})
