import { expect, it } from 'vitest'
import { framing } from '../../test/fake-frame.ts'
import { styled } from '../../test/fake-style.ts'
import type { Global } from '../global.ts'
import { systemFonts } from './system-fonts.ts'

it.each<[string, Global, unknown]>([
  [
    'a desktop with its own fonts',
    framing(styled({ caption: 'Cantarell', menu: '"Segoe UI"' })).g,
    { value: { caption: '700 13px Cantarell', menu: '700 13px "Segoe UI"' } },
  ],
  ['a frame without a window', framing({}).g, { absent: 'unavailable' }],
  ['no document', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(systemFonts(g)).toEqual(expected)
})
