import { expect, it } from 'vitest'
import { createSegmentWriter } from './segment-writer.ts'

function written(...segments: readonly (readonly [number, number])[]) {
  const writer = createSegmentWriter()
  for (const [position, value] of segments) writer.add(position, value)
  return writer.finish()
}

it('starts at 0 with nothing', () => {
  expect(written([5, 1])).toEqual({ positions: Uint32Array.of(0, 5), values: Uint16Array.of(0, 1) })
  expect(written([0, 1])).toEqual({ positions: Uint32Array.of(0), values: Uint16Array.of(1) })
  expect(written()).toEqual({ positions: Uint32Array.of(0), values: Uint16Array.of(0) })
})

it('joins what says the same, also when it was meant otherwise at first', () => {
  expect(written([3, 1], [5, 1], [7, 0], [7, 1], [9, 2])).toEqual({
    positions: Uint32Array.of(0, 3, 9),
    values: Uint16Array.of(0, 1, 2),
  })
})

it('takes four bytes a value only where two are too few', () => {
  expect(written([1, 65535]).values).toEqual(Uint16Array.of(0, 65535))
  expect(written([1, 65536]).values).toEqual(Uint32Array.of(0, 65536))
})

it('loses nothing between its pieces', () => {
  const writer = createSegmentWriter()
  for (let index = 0; index < 150_000; index++) writer.add(index * 2, (index % 3) + 1)
  const { positions, values } = writer.finish()
  expect([positions.length, positions[65_535], positions[65_536], positions[149_999]]).toEqual([
    150_000, 131_070, 131_072, 299_998,
  ])
  expect([values[65_535], values[65_536], values[149_999]]).toEqual([1, 2, 3])
})
