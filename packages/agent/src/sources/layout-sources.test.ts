import { describe, expect, it } from 'vitest'
import { withCanvas } from '../../test/fake-canvas.ts'
import { framing } from '../../test/fake-frame.ts'
import { drawingVectors, layingOut } from '../../test/fake-layout.ts'
import { paper } from '../../test/paper.ts'
import { layoutSources } from './layout-sources.ts'

const { scriptWidths, ...framed } = layoutSources

/** Every element is as wide as its style is long, and no element of ours is longer than that. */
const inside = layingOut((_tag, css) => css.length, { ...(drawingVectors ? { createElementNS: drawingVectors } : {}) })

it.each<[keyof typeof framed, unknown]>([
  ['fontPreferences', [37, 54, 59, 58, 51]],
  ['lineHeights', Array(9).fill(10)],
  ['formControls', Array(11).fill([37, 10]).flat()],
  ['defaultStyles', Array(7).fill('13px Any Sans normal')],
  ['domRects', [1, -2, 123, 10, 1, -2, 115, 10, 1, -2, 134, 10]],
  ['svgText', [99.123, 50, 100, 40]],
  ['svgPaths', [357.432, 1.5, -2]],
  ['lineBreaks', [0, 10]],
])('%s gives its measures in order, to the thousandth of a pixel', (name, value) => {
  expect(layoutSources[name](framing(inside).g)).toEqual({ value })
})

it('measures a letter of each script', () => {
  const context = { ...paper, measureText: (letter: string) => ({ width: letter.length + 0.000_04 }) }
  const sample = scriptWidths(withCanvas({ '2d': context }))
  expect(sample).toEqual({ value: expect.arrayContaining([1, 2]) })
})

describe.each(Object.entries(layoutSources))('%s', (_name, source) => {
  it.each([
    ['jsdom, which lays out nothing', framing(layingOut(() => 0)).g],
    ['a frame without a document', framing({}).g],
    ['a canvas that measures nothing', withCanvas({ '2d': paper })],
    ['no document', {}],
  ])('is unavailable with %s', (_place, g) => {
    expect(source(g)).toEqual({ absent: 'unavailable' })
  })
})

describe.each(['svgText', 'svgPaths'] as const)('%s', (name) => {
  it('is unavailable where there are no vector images', () => {
    expect(layoutSources[name](framing(layingOut(() => 9)).g)).toEqual({ absent: 'unavailable' })
  })
})
