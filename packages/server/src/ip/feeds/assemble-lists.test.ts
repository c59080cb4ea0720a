import { expect, it } from 'vitest'
import { parseAddress } from '../parse-address.ts'
import { compileRanges } from '../ranges/compile-ranges.ts'
import { createRangeSet } from '../ranges/range-set.ts'
import { assembleLists } from './assemble-lists.ts'
import { rangesOf, spansOf } from './spans.ts'

const loaded = (id: string, cidrs: readonly string[], except: readonly string[] = []) => ({
  feed: { id, kind: 'relay' as const, except },
  parts: [{ provider: id, ranges: rangesOf(spansOf(cidrs)) }],
})

it('leaves to a feed what is its own, whichever comes first', () => {
  const warp = loaded('warp', ['192.0.2.0/24', '2001:db8::/32'], ['apple'])
  const apple = loaded('apple', ['192.0.2.128/25', '2001:db8::/33', '198.51.100.0/24'])
  for (const order of [
    [warp, apple],
    [apple, warp],
  ]) {
    const { lists, exceptions } = assembleLists(order)
    const set = createRangeSet(compileRanges(lists, exceptions))
    const namedBy = (text: string) => {
      const address = parseAddress(text)
      return address && set.lookup(address)?.map(({ feed }) => feed)
    }
    expect(['192.0.2.1', '192.0.2.128', '198.51.100.1'].map(namedBy)).toEqual([['warp'], ['apple'], ['apple']])
    expect(['2001:db8::1', '2001:db8:8000::1'].map(namedBy)).toEqual([['apple'], ['warp']])
  }
})

it('leaves lists alone whose neighbours were never fetched', () => {
  const warp = loaded('warp', ['192.0.2.0/24'], ['apple'])
  expect(assembleLists([warp])).toEqual({
    lists: [{ feed: 'warp', kind: 'relay', parts: warp.parts }],
    exceptions: [],
  })
})
