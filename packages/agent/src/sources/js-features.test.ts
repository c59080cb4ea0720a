import { expect, it } from 'vitest'
import { jsFeatures } from './js-features.ts'

it('tells what this very engine has, and what belongs to another', () => {
  expect(jsFeatures(globalThis)).toMatchObject({
    value: { structuredClone: true, 'Array.prototype.at': true, InternalError: false },
  })
})

it('misses everything where there is nothing', () => {
  expect(Object.values(Object(jsFeatures({})).value)).not.toContain(true)
})
