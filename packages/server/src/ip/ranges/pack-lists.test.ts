import { expect, it } from 'vitest'
import { aList, rangesOf } from '../../../test/address-lists.ts'
import { packLists } from './pack-lists.ts'

it('copies everything into one piece, and leaves the lists as they are', () => {
  const lists = [aList(['192.0.2.1', '2001:db8::1'], { part: { provider: 'Ada' } }), aList(['192.0.2.2'])]
  const exceptions = [{ feed: 'test-vpn', ranges: rangesOf('192.0.2.3') }]
  const packed = packLists(lists, exceptions)
  expect({ lists: packed.lists, exceptions: packed.exceptions }).toEqual({ lists, exceptions })
  const buffers = packed.lists.flatMap(({ parts }) => parts.flatMap(({ ranges: { v4, v6 } }) => [v4.buffer, v6.buffer]))
  expect(new Set(buffers)).toEqual(new Set([packed.buffer]))
  expect(packed.buffer.byteLength).toBe(4 * (2 + 8 + 2 + 2))
})
