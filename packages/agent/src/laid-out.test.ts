import { expect, it } from 'vitest'
import { framing } from '../test/fake-frame.ts'
import { layingOut } from '../test/fake-layout.ts'
import type { Specimen } from './in-body.ts'
import { laidOut } from './laid-out.ts'

const specimens: readonly Specimen[] = [['input:date'], ['p', 'font:1px serif', 'x']]
const wide = layingOut(() => 10)

it('makes every element with its type, style and text before it measures, and leaves nothing behind', () => {
  const { g, attached } = framing(wide)
  const sample = laidOut(g, specimens, (elements) =>
    elements.map(({ type, style, textContent }) => [type, style?.cssText, textContent]),
  )
  const style = 'position:absolute;white-space:nowrap;'
  expect(sample).toEqual({
    value: [
      ['date', style, ''],
      [undefined, `${style}font:1px serif`, 'x'],
    ],
  })
  expect(attached.size).toBe(0)
})

it.each([
  ['nothing is laid out', framing(layingOut(() => 0)).g],
  ['a frame without a document', framing({}).g],
  ['a document without a body', framing(layingOut(() => 10, { body: null })).g],
  ['no frames', {}],
])('is unavailable: %s', (_name, g) => {
  expect(laidOut(g, specimens, () => 1)).toEqual({ absent: 'unavailable' })
})

it('is unavailable where there is no measure', () => {
  expect(laidOut(framing(wide).g, specimens, () => undefined)).toEqual({ absent: 'unavailable' })
})
