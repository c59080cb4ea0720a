import { expect, it } from 'vitest'
import { boundedMemo } from './bounded-memo.ts'

function counting(sizeMax: number) {
  const asked: string[] = []
  const memo = boundedMemo(sizeMax, (input) => {
    asked.push(input)
    return { length: input.length }
  })
  return { asked, memo }
}

it('computes an answer once', () => {
  const { asked, memo } = counting(2)
  expect(memo('ada')).toBe(memo('ada'))
  expect(asked).toEqual(['ada'])
})

it('holds exactly as many as it may, and forgets the first that came', () => {
  const { asked, memo } = counting(2)
  for (const input of ['a', 'b', 'a', 'b', 'c', 'b', 'a']) memo(input)
  expect(asked).toEqual(['a', 'b', 'c', 'a'])
})

it('gives the same answer after it forgot', () => {
  const { memo } = counting(1)
  const before = memo('ada')
  memo('bob')
  expect(memo('ada')).toEqual(before)
})
