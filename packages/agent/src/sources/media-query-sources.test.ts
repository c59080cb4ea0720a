import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { mediaQuerySources } from './media-query-sources.ts'

const matching = (...queries: readonly string[]): Global => ({
  matchMedia: (query) => ({ matches: queries.includes(query) }),
})

/** A monitor whose media queries compare with what it has. */
const monitor = (has: Readonly<Record<string, number>>): Global => ({
  matchMedia: (query) => {
    const [, feature = '', wanted = ''] = /^\(min-([a-z-]+): ([\d.]+)(?:px|dppx)\)$/.exec(query) ?? []
    return { matches: (has[feature] ?? Number.NaN) >= Number(wanted) }
  },
})

it.each<[keyof typeof mediaQuerySources, Global, unknown]>([
  ['prefersColorScheme', matching('(prefers-color-scheme: dark)'), 'dark'],
  ['anyPointer', matching('(any-pointer: fine)', '(any-pointer: coarse)'), 'coarse fine'],
  ['displayMode', matching('(display-mode: standalone)'), 'standalone'],
  ['monochrome', matching('(monochrome: 4)'), '4'],
  ['colorBits', matching('(color: 10)'), '10'],
  ['devicePosture', matching('(device-posture: folded)'), 'folded'],
  ['mediaResolution', monitor({ resolution: 1.25 }), 1.25],
  ['mediaResolution', monitor({ resolution: 4 / 3 }), 1.333],
])('%s tells what matches', (name, g, value) => {
  expect(mediaQuerySources[name](g)).toEqual({ value })
})

it('finds a number of its largest size where every query matches, and ends', () => {
  const g: Global = { matchMedia: () => ({ matches: true }) }
  expect(mediaQuerySources.mediaResolution(g)).toEqual({ value: 16.383 })
})

it.each(Object.entries(mediaQuerySources))(
  '%s is unavailable without media queries, and where none matches',
  (_name, source) => {
    expect(source({})).toEqual({ absent: 'unavailable' })
    expect(source(matching())).toEqual({ absent: 'unavailable' })
  },
)
