import { describe, expect, it } from 'vitest'
import { type Appearance, furnished } from '../../test/fake-element.ts'
import { framing } from '../../test/fake-frame.ts'
import type { Global } from '../global.ts'
import { murmur128 } from '../murmur.ts'
import { utf8 } from '../utf8.ts'
import { styleSources } from './style-sources.ts'

const looking = (appearance: Appearance): Global => framing(furnished(appearance).inside).g

it.each<[keyof typeof styleSources, string, Global, unknown]>([
  [
    'computedStyleNames',
    'a style of two properties',
    looking({ computed: () => ({ length: 2, 0: 'accent-color', 1: 'zoom' }) }),
    { count: 2, digest: murmur128(utf8('accent-color zoom')) },
  ],
  [
    'controlStyles',
    'buttons in another font',
    looking({
      computed: ({ tag }) => ({
        getPropertyValue: (name) => (tag === 'button' && name === 'font' ? 'Sans' : ''),
      }),
    }),
    { button: 'Sans||||', input: '||||', select: '||||', textarea: '||||' },
  ],
  [
    'fontUnits',
    'a font as wide as high',
    looking({ size: ({ style }) => ({ width: style.cssText.endsWith('ic') ? 19_000 : 16_000 }) }),
    { ex: 16_000, ch: 16_000, cap: 16_000, ic: 19_000 },
  ],
])('%s of %s', (name, _what, g, value) => {
  expect(styleSources[name](g)).toEqual({ value })
})

it('measures controls of every kind, a button by its words', () => {
  const g = looking({
    size: ({ tag, type }) => ({ width: type === 'submit' ? 104 : tag.length, height: 21 }),
  })
  expect(styleSources.controlBoxes(g)).toMatchObject({
    value: { 'input:submit': [104, 21], 'input:file': [5, 21], select: [6, 21] },
  })
})

describe.each(Object.entries(styleSources))('%s is unavailable', (_name, source) => {
  it.each<[string, Global]>([
    ['without frames', {}],
    ['in frames without a document', framing({}).g],
  ])('%s', (_where, g) => {
    expect(source(g)).toEqual({ absent: 'unavailable' })
  })
})

it.each(['controlBoxes', 'fontUnits', 'computedStyleNames'] as const)(
  '%s is unavailable where nothing is laid out',
  (name) => {
    expect(styleSources[name](looking({}))).toEqual({ absent: 'unavailable' })
  },
)
