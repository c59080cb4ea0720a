import { expect, it } from 'vitest'
import { changeOf } from './change-of.ts'
import { spansOf } from './spans.ts'

it.each([
  ['nothing', ['20.0.0.0/24'], ['20.0.0.0/24'], 0],
  ['half of it is gone', ['20.0.0.0/24'], ['20.0.0.0/25'], 0.5],
  ['it has doubled', ['20.0.0.0/24'], ['20.0.0.0/23'], 1],
  ['another list of the same size', ['20.0.0.0/24'], ['30.0.0.0/24'], 2],
  ['a third of the IPv6 ranges is gone', ['2600::/48', '2601::/48', '2602::/48'], ['2600::/48', '2601::/32'], 1 / 3],
  ['IPv6 is listed for the first time', ['20.0.0.0/24'], ['20.0.0.0/24', '2600::/32'], 0],
  ['all is gone', ['20.0.0.0/24'], [], 1],
])('%s', (_name, before, after, change) => {
  expect(changeOf(spansOf(before), spansOf(after))).toBeCloseTo(change, 10)
})
