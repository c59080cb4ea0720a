import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { colorGamut } from './color-gamut.ts'

const covering = (...gamuts: readonly string[]): Global => ({
  matchMedia: (query) => ({ matches: gamuts.some((gamut) => query === `(color-gamut: ${gamut})`) }),
})

it.each<[string, Global, unknown]>([
  ['ordinary monitor', covering('srgb'), { value: 'srgb' }],
  ['wide monitor, which also covers the smaller space', covering('srgb', 'p3'), { value: 'p3' }],
  ['the widest', covering('srgb', 'p3', 'rec2020'), { value: 'rec2020' }],
  ['a browser that hides the gamut', covering(), { absent: 'unavailable' }],
  ['no media queries', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(colorGamut(g)).toEqual(expected)
})
