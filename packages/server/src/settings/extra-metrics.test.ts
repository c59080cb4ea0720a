import { expect, it } from 'vitest'
import { extraMetrics } from './extra-metrics.ts'

it('reads metrics, separated by commas, and lets blanks and empty parts be', () => {
  expect(extraMetrics(' distinct tag by  linkedId over 2h ,, distinct linkedId by deviceHash over 7d')).toEqual({
    value: [
      { count: 'tag', by: 'linkedId', window: { name: '2h', ms: 7_200_000 } },
      { count: 'linkedId', by: 'deviceHash', window: { name: '7d', ms: 604_800_000 } },
    ],
  })
  expect(extraMetrics('')).toEqual({ value: [] })
})

it.each([
  ['what is no metric', 'tag by linkedId', 'must be a list like'],
  ['events, which are built in', 'events by ip over 2h', 'must be a list like'],
  ['an unknown thing to count', 'distinct email by ip over 2h', 'can count'],
  ['an unknown thing to count by', 'distinct ip by Email over 2h', 'can count'],
  ['a thing by itself', 'distinct ip by ip over 2h', 'one thing by another'],
  ['no unit', 'distinct tag by ip over 2', 'windows such as'],
  ['more than a week', 'distinct tag by ip over 169h', 'of 7 days at the most'],
])('names what is wrong with %s', (_name, text, wrong) => {
  expect(extraMetrics(`distinct tag by linkedId over 2h, ${text}`)).toEqual({ wrong: expect.stringContaining(wrong) })
})

it('takes no more than can be afforded', () => {
  const many = (count: number) => Array(count).fill('distinct tag by ip over 2h').join()
  expect(extraMetrics(many(16))).toHaveProperty('value')
  expect(extraMetrics(many(17))).toEqual({ wrong: 'must list at most 16 metrics' })
})
