import { expect, it } from 'vitest'
import { framing, type Inside } from '../../test/fake-frame.ts'
import { emojiBox } from './emoji-box.ts'

const rendering = (width: number): Inside => ({
  document: {
    body: { append: () => undefined },
    createElement: () => ({
      style: { cssText: '' },
      textContent: '',
      offsetWidth: 0,
      getBoundingClientRect: () => ({ width, height: 74.5 }),
    }),
  },
})
const unmeasured: Inside = {
  document: {
    body: null,
    createElement: () => ({ style: { cssText: '' }, textContent: '', offsetWidth: 0 }),
  },
}

it.each<[string, Inside, unknown]>([
  ['the box as it comes out', rendering(345.65), { value: { width: 345.65, height: 74.5 } }],
  ['nothing is laid out', rendering(0), { absent: 'unavailable' }],
  ['an element that has no box', unmeasured, { absent: 'unavailable' }],
  ['a frame without a document', {}, { absent: 'unavailable' }],
])('%s, and leaves nothing behind', (_name, inside, expected) => {
  const { g, attached } = framing(inside)
  expect(emojiBox(g)).toEqual(expected)
  expect(attached.size).toBe(0)
})

it('is unavailable without frames', () => {
  expect(emojiBox({})).toEqual({ absent: 'unavailable' })
})
