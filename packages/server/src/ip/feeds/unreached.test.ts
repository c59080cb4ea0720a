import { beforeEach, expect, it } from 'vitest'
import type { FeedProblem } from './feed-problem.ts'
import { createUnreached, isUnreached, type Unreached } from './unreached.ts'

let told: [level: string, message: string, fields: object][]
let clock: number
let unreached: Unreached
beforeEach(() => {
  told = []
  clock = 0
  unreached = createUnreached(
    (...line) => void told.push(line),
    () => clock,
  )
})

const noName: FeedProblem = { code: 'connect_failed', message: 'No such name.' }
const tooSlow: FeedProblem = { code: 'timed_out', message: 'Too slow.' }

it('tells of one as of any list', () => {
  unreached.add('a', noName, 3)
  unreached.tell()
  unreached.tell()
  expect(told).toEqual([
    ['warn', 'a list was not taken: No such name.', { feed: 'a', code: 'connect_failed', failures: 3 }],
  ])
})

it('tells of several at once, by what was wrong', () => {
  for (const feed of ['a', 'b']) unreached.add(feed, noName, 1)
  for (const feed of ['c', 'd', 'd']) unreached.add(feed, tooSlow, 1)
  unreached.tell()
  expect(told).toEqual([
    ['warn', '2 lists were not taken: No such name.', { code: 'connect_failed', feeds: ['a', 'b'] }],
    ['warn', '2 lists were not taken: Too slow.', { code: 'timed_out', feeds: ['c', 'd'] }],
  ])
})

it('waits for ten minutes, in which some may be reached', () => {
  unreached.add('a', noName, 1)
  unreached.tell()
  for (const feed of ['a', 'b', 'c']) unreached.add(feed, noName, 2)
  clock = 599_999
  unreached.tell()
  expect(told).toHaveLength(1)
  unreached.remove('b')
  clock = 600_000
  unreached.tell()
  expect(told[1]).toEqual([
    'warn',
    '2 lists were not taken: No such name.',
    { code: 'connect_failed', feeds: ['a', 'c'] },
  ])
})

it('is about sources that do not answer, and not about what they say', () => {
  expect([noName, tooSlow, { code: 'http_status', message: '' } as const].map(isUnreached)).toEqual([true, true, false])
})
