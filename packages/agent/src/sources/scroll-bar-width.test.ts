import { expect, it } from 'vitest'
import { type Appearance, furnished } from '../../test/fake-element.ts'
import { framing } from '../../test/fake-frame.ts'
import { scrollBarWidth } from './scroll-bar-width.ts'

const looking = (appearance: Appearance) => framing(furnished(appearance).inside).g

it.each([
  [
    'bars that take room',
    looking({ size: ({ style }) => ({ width: 99, inside: style.cssText.endsWith('thin') ? 89 : 84 }) }),
    { value: { plainPx: 15, thinPx: 10 } },
  ],
  ['bars over the page', looking({ size: () => ({ width: 99, inside: 99 }) }), { value: { plainPx: 0, thinPx: 0 } }],
  ['nothing laid out', looking({}), { absent: 'unavailable' }],
  ['a frame without a document', framing({}).g, { absent: 'unavailable' }],
  ['no frames', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(scrollBarWidth(g)).toEqual(expected)
})
