import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { mediaFeatures } from './media-features.ts'

const matching = (...queries: readonly string[]): Global => ({
  matchMedia: (query) => ({ matches: queries.includes(query) }),
})

it('tells for each feature which values match, several for a laptop with a touch screen', () => {
  const g = matching('(any-pointer: coarse)', '(any-pointer: fine)', '(prefers-color-scheme: dark)', '(monochrome: 0)')
  expect(mediaFeatures(g)).toMatchObject({
    value: {
      'any-pointer': ['coarse', 'fine'],
      'prefers-color-scheme': ['dark'],
      monochrome: ['0'],
      'inverted-colors': [],
    },
  })
})

it('is unavailable where there are no media queries', () => {
  expect(mediaFeatures({})).toEqual({ absent: 'unavailable' })
})
