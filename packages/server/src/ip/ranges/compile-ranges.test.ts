import { describe, expect, it } from 'vitest'
import { addressOf, aList, rangesOf } from '../../../test/address-lists.ts'
import { compileRanges } from './compile-ranges.ts'
import { createRangeSet } from './range-set.ts'
import { TooManySets } from './source-sets.ts'

const compiled = (...args: Parameters<typeof compileRanges>) => createRangeSet(compileRanges(...args))

it('answers with every list that names the address', () => {
  const set = compiled([
    aList(['192.0.2.0-192.0.2.255'], { feed: 'ranges', kind: 'datacenter', part: { provider: 'Ada Cloud' } }),
    aList(['192.0.2.7'], { feed: 'servers', part: { provider: 'Bob VPN' } }),
    aList(['192.0.2.7'], { feed: 'attackers', kind: 'threat', threat: 'attackSource', part: { count: 4 } }),
    aList(['192.0.2.8'], { feed: 'open', kind: 'proxy', part: { protocol: 'socks5' } }),
  ])
  const around = { feed: 'ranges', kind: 'datacenter', provider: 'Ada Cloud', exact: false }
  expect(set.lookup(addressOf('192.0.2.6'))).toEqual([around])
  expect(set.lookup(addressOf('192.0.2.7'))).toEqual([
    around,
    { feed: 'servers', kind: 'vpn', provider: 'Bob VPN', exact: true },
    { feed: 'attackers', kind: 'threat', threat: 'attackSource', provider: null, count: 4, exact: true },
  ])
  expect(set.lookup(addressOf('192.0.2.8'))).toEqual([
    around,
    { feed: 'open', kind: 'proxy', provider: null, protocol: 'socks5', exact: true },
  ])
  expect(set.lookup(addressOf('192.0.3.0'))).toBeUndefined()
})

it('says of a source once that it names the address, and exactly when it does so anywhere', () => {
  const set = compiled([aList(['192.0.2.0-192.0.2.255', '192.0.2.7', '192.0.2.7'])])
  expect(['192.0.2.6', '192.0.2.7'].map((text) => set.lookup(addressOf(text)))).toEqual([
    [{ feed: 'test-vpn', kind: 'vpn', provider: null, exact: false }],
    [{ feed: 'test-vpn', kind: 'vpn', provider: null, exact: true }],
  ])
})

it('calls neighbours exact that are named one by one', () => {
  const set = compiled([aList(['192.0.2.7', '192.0.2.8', '192.0.2.9-192.0.2.10'])])
  expect(
    ['192.0.2.7', '192.0.2.8', '192.0.2.9'].map((text) => set.lookup(addressOf(text))?.map(({ exact }) => exact)),
  ).toEqual([[true], [true], [false]])
})

describe('an exception', () => {
  const lists = [
    aList(['192.0.2.0-192.0.2.255', '2001:db8::-2001:db8::ffff'], { feed: 'wide' }),
    aList(['192.0.2.0-192.0.2.255'], { feed: 'other' }),
  ]
  const set = compiled(lists, [{ feed: 'wide', ranges: rangesOf('192.0.2.16-192.0.2.31', '2001:db8::10') }])
  const feeds = (text: string) => set.lookup(addressOf(text))?.map(({ feed }) => feed)

  it('takes addresses from its feed, and from no other', () => {
    expect(['192.0.2.15', '192.0.2.16', '192.0.2.31', '192.0.2.32'].map(feeds)).toEqual([
      ['wide', 'other'],
      ['other'],
      ['other'],
      ['wide', 'other'],
    ])
  })

  it('leaves nothing where its feed was alone', () => {
    expect(['2001:db8::f', '2001:db8::10', '2001:db8::11'].map(feeds)).toEqual([['wide'], undefined, ['wide']])
  })

  it('names nobody itself', () => {
    const alone = compiled([], [{ feed: 'wide', ranges: rangesOf('192.0.2.16') }])
    expect(alone.lookup(addressOf('192.0.2.16'))).toBeUndefined()
  })
})

describe('lists that say more than the table holds', () => {
  const parts = Array.from({ length: 300 }, (_, count) => ({ provider: null, count, ranges: rangesOf('192.0.2.1') }))
  const list = aList([], { kind: 'threat', threat: 'malware', parts })

  it('are kept without what each says of its entries', () => {
    const set = compiled([list], [], { membersMax: 100 })
    expect(set.compiled.detail).toBe('lists')
    expect(set.lookup(addressOf('192.0.2.1'))).toEqual([
      { feed: 'test-vpn', kind: 'threat', threat: 'malware', provider: null, exact: true },
    ])
  })

  it('are refused when that is not enough', () => {
    expect(() => compiled([list], [], { membersMax: 0 })).toThrow(TooManySets)
  })
})

it('tells more than 65,535 different sets apart', () => {
  const parts = Array.from({ length: 70_000 }, (_, count) => ({
    provider: null,
    count,
    ranges: { v4: Uint32Array.of(count * 3, count * 3), v6: new Uint32Array() },
  }))
  const set = compiled([aList([], { parts })])
  expect(set.compiled.table.v4.values).toBeInstanceOf(Uint32Array)
  expect(
    [0, 65_535, 65_536, 69_999].map((count) => set.lookup({ version: 4, word: count * 3 })?.map((one) => one.count)),
  ).toEqual([[0], [65_535], [65_536], [69_999]])
})
