import { expect, it } from 'vitest'
import { furnished } from '../test/fake-element.ts'
import { framing } from '../test/fake-frame.ts'
import { readInFrame } from './read-in-frame.ts'

it('looks at every word when all elements are in place, and takes them away', () => {
  const { inside, placed } = furnished({ size: ({ tag }) => ({ width: tag.length }) })
  const { g, attached } = framing(inside)
  const read = readInFrame(
    g,
    ['b', 'hr'],
    (tag) => [`${tag}:kind`, 'zoom:1'],
    ({ type, style, offsetWidth }) => [type, style.cssText, offsetWidth, placed.size],
  )
  expect(read).toEqual({ b: ['kind', 'zoom:1', 1, 2], hr: ['kind', 'zoom:1', 2, 2] })
  expect([placed.size, attached.size]).toEqual([0, 0])
})

it.each([
  ['frames without a document', framing({ window: {} }).g],
  ['frames that compute no style', framing({ ...furnished({}).inside, window: {} }).g],
  ['no frames', {}],
])('reads nothing where there are %s', (_name, g) => {
  expect(
    readInFrame(
      g,
      ['b'],
      (tag) => [tag],
      () => 1,
    ),
  ).toBeUndefined()
})
