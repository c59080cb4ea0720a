import { expect, it } from 'vitest'
import { createRangeBuilder } from './range-builder.ts'

it('begins empty', () => {
  const builder = createRangeBuilder()
  expect(builder.size()).toBe(0)
  expect(builder.ranges()).toEqual({ v4: new Uint32Array(), v6: new Uint32Array() })
})

it('keeps ranges of both families in the order they came, however many', () => {
  const builder = createRangeBuilder()
  for (let index = 0; index < 1000; index++) {
    builder.addIpv4(index, 0xffffffff - index)
    builder.addIpv6(Uint32Array.of(index, 0, 0, 1, index, 0, 0, 0xffffffff))
  }
  const { v4, v6 } = builder.ranges()
  expect(builder.size()).toBe(2000)
  expect([v4.length, v6.length]).toEqual([2000, 8000])
  expect([...v4.subarray(1998)]).toEqual([999, 0xffffffff - 999])
  expect([...v6.subarray(7992)]).toEqual([999, 0, 0, 1, 999, 0, 0, 0xffffffff])
  expect(v4.buffer.byteLength).toBe(v4.byteLength)
})

it('copies the words it is given, and the ranges it gives', () => {
  const builder = createRangeBuilder()
  const words = Uint32Array.of(1, 2, 3, 4, 5, 6, 7, 8)
  builder.addIpv6(words)
  words.fill(0)
  builder.ranges().v6.fill(9)
  expect([...builder.ranges().v6]).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})
