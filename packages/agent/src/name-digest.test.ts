import { expect, it } from 'vitest'
import { nameDigest } from './name-digest.ts'

it('counts the names and knows their order', () => {
  expect(nameDigest(['a', 'b', Symbol('c')])).toEqual({ count: 3, digest: expect.stringMatching(/^[0-9a-f]{32}$/) })
  expect(nameDigest(['a', 'b'])).not.toEqual(nameDigest(['b', 'a']))
  expect(nameDigest([]).count).toBe(0)
})
