import { expect, it } from 'vitest'
import { heldVersion, isSettled } from './held-version.ts'

const DAY = 86_400_000
const seen = (sha256: string, entries: number) => ({ sha256, entries })

it('settles what was seen three times over a day, and nothing less', () => {
  const first = heldVersion(null, seen('a', 100), 0.3, 0)
  const second = heldVersion(first, seen('b', 120), 0.3, DAY)
  const third = heldVersion(second, seen('c', 80), 0.3, DAY)
  expect([first, second, third].map((held) => isSettled(held, DAY))).toEqual([false, false, true])
  expect(isSettled(third, DAY - 1)).toBe(false)
  expect(third).toEqual({ sha256: 'c', entries: 100, since: 0, times: 3 })
})

it('begins anew with a version of another size', () => {
  const first = heldVersion(null, seen('a', 100), 0.3, 0)
  expect(heldVersion(first, seen('b', 131), 0.3, DAY)).toEqual({ sha256: 'b', entries: 131, since: DAY, times: 1 })
})
