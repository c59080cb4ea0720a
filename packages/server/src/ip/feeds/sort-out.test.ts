import { expect, it } from 'vitest'
import { sortOut } from './sort-out.ts'
import { rangesOf, spansOf } from './spans.ts'

const part = (count: number, ...cidrs: readonly string[]) => ({
  provider: null,
  count,
  ranges: {
    v4: Uint32Array.from(cidrs.flatMap((cidr) => [...rangesOf(spansOf([cidr])).v4])),
    v6: Uint32Array.from(cidrs.flatMap((cidr) => [...rangesOf(spansOf([cidr])).v6])),
  },
})

it('counts what it keeps and leaves out, part by part, and keeps what parts say', () => {
  const sorted = sortOut([part(1, '20.0.0.1', '10.0.0.1'), part(2, '20.0.0.2', '2000::/8', '2600::/32')], false)
  expect(sorted).toEqual({
    parts: [
      { provider: null, count: 1, ranges: rangesOf(spansOf(['20.0.0.1'])) },
      { provider: null, count: 2, ranges: rangesOf(spansOf(['20.0.0.2', '2600::/32'])) },
    ],
    kept: 3,
    special: 1,
    short: 1,
  })
})

it('leaves out a network that only touches special space', () => {
  expect(sortOut([part(1, '9.0.0.0/7')], false)).toMatchObject({ kept: 0, short: 1 })
  expect(sortOut([part(1, '192.0.0.0/16')], false)).toMatchObject({ kept: 0, special: 1 })
  expect(sortOut([part(1, '192.0.0.0/16')], true)).toMatchObject({ kept: 1, special: 0 })
})
