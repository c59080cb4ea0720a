import { describe, expect, it } from 'vitest'
import { framing } from '../../test/fake-frame.ts'
import { drawingVectors, layingOut } from '../../test/fake-layout.ts'
import { layoutSources } from './layout-sources.ts'

/** Every element is as wide as its style is long, and no element of ours is longer than that. */
const inside = layingOut((_tag, css) => css.length, { ...(drawingVectors ? { createElementNS: drawingVectors } : {}) })

it.each<[keyof typeof layoutSources, unknown]>([
  ['emojiBox', { width: 51, height: 10 }],
  ['fontPreferences', [37, 10, 59, 10, 58, 10, 51, 10]],
  ['lineHeights', [53, 10, 57, 10, 55, 10, 57, 10, 52, 10, 53, 10]],
  ['formControls', Array(7).fill([37, 10]).flat()],
  ['defaultStyles', Array(4).fill('13px Any Sans')],
  ['domRects', [102, 10, 113, 10]],
  ['svgText', [100, 40, 99.123]],
  ['svgPaths', [357.432, 1.5, -2]],
  ['mathml', { width: 30, height: 20 }],
])('%s gives its measures in order, to the thousandth of a pixel', (name, value) => {
  expect(layoutSources[name](framing(inside).g)).toEqual({ value })
})

describe.each(Object.entries(layoutSources))('%s', (_name, source) => {
  it.each([
    ['jsdom, which lays out nothing', framing(layingOut(() => 0)).g],
    ['a frame without a document', framing({}).g],
    ['no document', {}],
  ])('is unavailable with %s', (_place, g) => {
    expect(source(g)).toEqual({ absent: 'unavailable' })
  })
})

describe.each(['svgText', 'svgPaths', 'mathml'] as const)('%s', (name) => {
  it('is unavailable where there are no such elements', () => {
    expect(layoutSources[name](framing(layingOut(() => 9)).g)).toEqual({ absent: 'unavailable' })
  })
})
