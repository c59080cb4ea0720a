import { expect, it } from 'vitest'
import { math } from './math.ts'

it('gives some twenty named results, the same at every call', () => {
  const first = math({ Math })
  expect(first).toEqual(math({ Math }))
  expect(first).toMatchObject({ value: { acos: Math.acos(0.3141592653589793), pow: 3.3 ** -99.5 } })
})

it('says null for what JSON cannot carry and for functions that are missing', () => {
  expect(math({ Math: { cosh: () => Number.POSITIVE_INFINITY, sin: () => Number.NaN, exp: () => 3 } })).toMatchObject({
    value: { overflow: null, sin: null, tan: null, exp: 3 },
  })
})

it('is absent where there is no Math', () => {
  expect(math({})).toEqual({ absent: 'unavailable' })
})
