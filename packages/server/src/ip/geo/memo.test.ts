import { expect, it } from 'vitest'
import { createMemo } from './memo.ts'

it('gives back what it was given', () => {
  const memo = createMemo<string, number>(4)
  memo.set('a', 1)
  expect([memo.get('a'), memo.get('b')]).toEqual([1, undefined])
})

it('holds no more than its count, and forgets the oldest first', () => {
  const memo = createMemo<number, number>(4)
  for (let key = 0; key < 100; key++) memo.set(key, key)
  const kept = Array.from({ length: 100 }, (_, key) => key).filter((key) => memo.get(key) !== undefined)
  expect(kept.length).toBeLessThanOrEqual(4)
  expect(kept).toContain(99)
})

it('keeps what is asked for again and again', () => {
  const memo = createMemo<number, number>(4)
  memo.set(-1, -1)
  for (let key = 0; key < 100; key++) {
    memo.set(key, key)
    expect(memo.get(-1)).toBe(-1)
  }
})
