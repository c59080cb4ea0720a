import { expect, it } from 'vitest'
import { framing, type Inside } from '../../test/fake-frame.ts'
import type { FrameDocument, MathLike } from '../global.ts'
import { mathml } from './mathml.ts'

const span: FrameDocument['createElement'] = () => ({ style: { cssText: '' }, textContent: '', offsetWidth: 0 })

/** A browser whose formulas are as wide as their elements are many. */
const counting = (perElement: number): Inside => {
  let elements = 0
  return {
    document: {
      body: { append: () => undefined },
      createElement: span,
      createElementNS: (): MathLike => {
        elements++
        return {
          textContent: null,
          append: () => undefined,
          getBoundingClientRect: () => ({ width: elements * perElement, height: 22.2 }),
        }
      },
    },
  }
}

it.each<[string, Inside, unknown]>([
  ['the box of math, root, fraction and two parts', counting(5), { value: { width: 25, height: 22.2 } }],
  ['nothing is laid out', counting(0), { absent: 'unavailable' }],
  ['a document without namespaces', { document: { body: null, createElement: span } }, { absent: 'unavailable' }],
  ['a frame without a document', {}, { absent: 'unavailable' }],
])('%s, and leaves nothing behind', (_name, inside, expected) => {
  const { g, attached } = framing(inside)
  expect(mathml(g)).toEqual(expected)
  expect(attached.size).toBe(0)
})
