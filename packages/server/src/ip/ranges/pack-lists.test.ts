import { expect, it } from 'vitest'
import { aList, rangesOf } from '../../../test/address-lists.ts'
import { packLists } from './pack-lists.ts'

it('copies everything into one piece, and leaves the lists as they are', async () => {
  const lists = [aList(['192.0.2.1', '2001:db8::1'], { part: { provider: 'Ada' } }), aList(['192.0.2.2'])]
  const exceptions = [{ feed: 'test-vpn', ranges: rangesOf('192.0.2.3') }]
  const packed = await packLists(lists, exceptions)
  expect({ lists: packed.lists, exceptions: packed.exceptions }).toEqual({ lists, exceptions })
  const buffers = packed.lists.flatMap(({ parts }) => parts.flatMap(({ ranges: { v4, v6 } }) => [v4.buffer, v6.buffer]))
  expect(new Set(buffers)).toEqual(new Set([packed.buffer]))
  expect(packed.buffer.byteLength).toBe(4 * (2 + 8 + 2 + 2))
})

it('copies once what a list and an exception share', async () => {
  const list = aList(['192.0.2.1'])
  const [part] = list.parts
  const packed = await packLists([list], part ? [{ feed: 'other', ranges: part.ranges }] : [])
  expect(packed.buffer.byteLength).toBe(4 * 2)
  expect(packed.exceptions[0]?.ranges.v4).toEqual(rangesOf('192.0.2.1').v4)
})

it('lets others have the event loop while it copies much', async () => {
  const words = new Uint32Array(1_000_000).fill(1)
  const ranges = { v4: words, v6: new Uint32Array(0) }
  let turns = 0
  const count = (): void => {
    turns++
    timer = setImmediate(count)
  }
  let timer = setImmediate(count)
  const packed = await packLists([{ feed: 'a', kind: 'vpn', parts: [{ provider: null, ranges }] }], [])
  clearImmediate(timer)
  expect(turns).toBeGreaterThan(10)
  expect(packed.lists[0]?.parts[0]?.ranges.v4).toEqual(words)
})
