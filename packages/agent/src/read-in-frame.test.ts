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
    (make, tag) => make(tag),
    ({ offsetWidth }, _computed, word) => [word, offsetWidth, placed.size],
  )
  expect(read).toEqual({ b: ['b', 1, 2], hr: ['hr', 2, 2] })
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
      (make, tag) => make(tag),
      () => 1,
    ),
  ).toBeUndefined()
})
