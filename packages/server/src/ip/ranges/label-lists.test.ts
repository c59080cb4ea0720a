import { expect, it } from 'vitest'
import { aList, rangesOf } from '../../../test/address-lists.ts'
import { labelLists, TooManySources } from './label-lists.ts'

it('labels an address by itself apart from a range around it', () => {
  const { v4Labels, v6Labels } = labelLists(
    [aList(['192.0.2.1', '192.0.2.0-192.0.2.255', '2001:db8::1', '2001:db8::1-2001:db8::2'])],
    [],
    'everything',
  )
  expect([v4Labels, v6Labels]).toEqual([Uint32Array.of(1, 0), Uint32Array.of(1, 0)])
})

it('gives equal sources one label, and different ones each its own', () => {
  const { v4Labels, sources } = labelLists(
    [
      aList(['192.0.2.1'], { part: { provider: 'Ada' } }),
      aList(['192.0.2.2'], { part: { provider: 'Bob' } }),
      aList(['192.0.2.3'], { part: { provider: 'Ada' } }),
      aList(['192.0.2.4'], { kind: 'threat', threat: 'malware', part: { provider: 'Ada', count: 3 } }),
    ],
    [],
    'everything',
  )
  expect([...v4Labels]).toEqual([1, 3, 1, 5])
  expect(sources).toEqual([
    { feed: 'test-vpn', kind: 'vpn', provider: 'Ada' },
    { feed: 'test-vpn', kind: 'vpn', provider: 'Bob' },
    { feed: 'test-vpn', kind: 'threat', provider: 'Ada', threat: 'malware', count: 3 },
  ])
})

it('keeps of a source no more than its list, when asked to', () => {
  const list = aList(['192.0.2.1'], { part: { provider: 'Ada', protocol: 'http', count: 2 } })
  expect(labelLists([list], [], 'lists').sources).toEqual([{ feed: 'test-vpn', kind: 'vpn', provider: null }])
})

it('puts exceptions behind the sources', () => {
  const exception = { feed: 'test-vpn', ranges: rangesOf('192.0.2.7', '2001:db8::7') }
  const { v4Labels, v6Labels, exceptionsFrom } = labelLists([aList(['192.0.2.1'])], [exception], 'everything')
  expect([exceptionsFrom, [...v4Labels], [...v6Labels]]).toEqual([2, [1, 2], [2]])
})

it('says so when there are more sources than it keeps apart', () => {
  const ranges = rangesOf()
  const parts = Array.from({ length: 100_001 }, (_, count) => ({ provider: null, count, ranges }))
  expect(() => labelLists([aList([], { parts })], [], 'everything')).toThrow(TooManySources)
  expect(labelLists([aList([], { parts })], [], 'lists').sources).toHaveLength(1)
})

it('refuses half a range', () => {
  const ranges = { v4: Uint32Array.of(1, 2, 3), v6: new Uint32Array() }
  expect(() => labelLists([aList([], { part: { ranges } })], [], 'everything')).toThrow('half a range')
})
