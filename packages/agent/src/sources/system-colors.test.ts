import { expect, it } from 'vitest'
import { framing } from '../../test/fake-frame.ts'
import { styled } from '../../test/fake-style.ts'
import type { Global } from '../global.ts'
import { systemColors } from './system-colors.ts'

it.each<[string, Global, unknown]>([
  [
    'a desktop with a red accent, in a browser that knows two colours',
    framing(styled({ AccentColor: 'rgb(255, 0, 0)', Canvas: 'rgb(255, 255, 255)' })).g,
    { value: { AccentColor: 'rgb(255, 0, 0)', Canvas: 'rgb(255, 255, 255)' } },
  ],
  ['a frame without a window', framing({}).g, { absent: 'unavailable' }],
  ['no document', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(systemColors(g)).toEqual(expected)
})
