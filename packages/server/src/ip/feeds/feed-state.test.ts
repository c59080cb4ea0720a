import { expect, it } from 'vitest'
import { newFeedState, parseFeedState } from './feed-state.ts'

it('reads what it writes', () => {
  expect(parseFeedState(JSON.stringify(newFeedState))).toEqual(newFeedState)
})

it.each([
  ['half a file', JSON.stringify(newFeedState).slice(0, 40)],
  ['nothing', ''],
  ['another thing', '[1]'],
  ['a missing field', JSON.stringify({ ...newFeedState, failures: undefined })],
  ['a hash that could lead to another file', JSON.stringify({ ...newFeedState, current: { sha256: '../../secret' } })],
  ['an unknown problem', JSON.stringify({ ...newFeedState, problem: { at: 1, code: 'bad_luck', message: '' } })],
])('takes %s for no state', (_name, json) => {
  expect(parseFeedState(json)).toBeUndefined()
})
