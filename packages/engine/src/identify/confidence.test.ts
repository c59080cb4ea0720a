import { expect, it } from 'vitest'
import {
  AMBIGUOUS,
  COOKIE_MAX,
  COOKIE_MIN,
  cookieConfidence,
  FROZEN_MAX,
  FROZEN_MIN,
  frozenConfidence,
  NEW,
} from './confidence.ts'
import { FROZEN_READ_MIN, frozenNames } from './frozen-key.ts'

it('is surer at the second visit with a cookie than at the first, and surer with every further one', () => {
  const visits = [1, 2, 3, 4, 5, 10, 100].map(cookieConfidence)
  expect([NEW, ...visits]).toEqual([NEW, ...visits].sort())
  expect(visits[0]).toBe(COOKIE_MIN)
  expect(new Set(visits).size).toBe(visits.length)
})

it('never exceeds the product’s best figure', () => {
  expect(cookieConfidence(1e9)).toBe(COOKIE_MAX)
})

it('takes a visitor without a counted visit for one with a single one', () => {
  expect(cookieConfidence(0)).toBe(COOKIE_MIN)
})

it('spans its range over what may have been read', () => {
  expect(frozenConfidence(FROZEN_READ_MIN)).toBe(FROZEN_MIN)
  expect(frozenConfidence(FROZEN_READ_MIN + 1)).toBe(0.9)
  expect(frozenConfidence(frozenNames.length)).toBe(FROZEN_MAX)
})

it('is least sure of a new id among look-alikes', () => {
  expect(AMBIGUOUS).toBeLessThan(Math.min(NEW, FROZEN_MIN, COOKIE_MIN))
})
