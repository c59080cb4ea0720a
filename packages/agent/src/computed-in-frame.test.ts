import { expect, it } from 'vitest'
import { framing } from '../test/fake-frame.ts'
import { styled } from '../test/fake-style.ts'
import { computedInFrame } from './computed-in-frame.ts'

it('tells what the browser computes for each keyword that it knows, and leaves nothing behind', () => {
  const { g, attached } = framing(styled({ Canvas: 'rgb(255, 255, 255)', Mark: 'rgb(255, 255, 0)' }))
  expect(computedInFrame(g, 'color', ['Canvas', 'Unheard', 'Mark'], ({ color }) => color)).toEqual({
    Canvas: 'rgb(255, 255, 255)',
    Mark: 'rgb(255, 255, 0)',
  })
  expect(attached.size).toBe(0)
})

it.each([
  ['frames without a document', framing({}).g],
  ['frames without computed style', framing({ ...styled({}), window: {} }).g],
  ['no frames', {}],
])('tells nothing where there are %s', (_name, g) => {
  expect(computedInFrame(g, 'color', ['Canvas'], ({ color }) => color)).toBe(undefined)
})
