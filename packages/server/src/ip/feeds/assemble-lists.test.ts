import { expect, it } from 'vitest'
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
    const list = assembleLists(order).find(({ feed }) => feed === 'warp')
    expect(list?.parts).toEqual([
      { provider: 'warp', ranges: rangesOf(spansOf(['192.0.2.0/25', '2001:db8:8000::/33'])) },
    ])
  }
})

it('leaves lists alone whose neighbours were never fetched', () => {
  const warp = loaded('warp', ['192.0.2.0/24'], ['apple'])
  expect(assembleLists([warp])).toEqual([{ feed: 'warp', kind: 'relay', parts: warp.parts }])
})
