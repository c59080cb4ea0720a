import { describe, expect, it } from 'vitest'
import { graphics, withCanvas } from '../../test/fake-canvas.ts'
import { fakeCard } from '../../test/fake-card.ts'
import type { Global, WebglLike } from '../global.ts'
import { webglSources } from './webgl-sources.ts'

const one = (more: Partial<WebglLike>): Global => withCanvas({ webgl: { ...graphics({ 7938: 'WebGL 1.0' }), ...more } })
const two = (more: Partial<WebglLike>): Global =>
  withCanvas({ webgl2: { ...graphics({ 7938: 'WebGL 2.0' }), ...more } })
const attributes = { alpha: true, powerPreference: 'default' }
const format = { rangeMin: 15, rangeMax: 14, precision: 10 }
const translating = (code: string): Partial<WebglLike> => ({
  ...fakeCard(1).gl,
  getExtension: () => ({ getTranslatedShaderSource: () => code }),
})

it.each<[string, keyof typeof webglSources, Global, unknown]>([
  ['tells what it made', 'webglAttributes', one({ getContextAttributes: () => attributes }), attributes],
  ['six', 'webglPrecisions', one({ getShaderPrecisionFormat: () => format }), Array(6).fill('15,14,10')],
  ['a format withheld', 'webglPrecisions', one({ getShaderPrecisionFormat: () => null }), Array(6).fill('')],
  ['names of version 2', 'webgl2Basics', two({}), expect.objectContaining({ version: 'WebGL 2.0' })],
  [
    'limits by number, without what is no number',
    'webgl2Parameters',
    withCanvas({ webgl2: graphics({ 7938: 'WebGL 2.0', [0x8073]: 2048, [0x8d57]: 8 }) }),
    { '8073': 2048, '8d57': 8 },
  ],
  ['its list', 'webgl2Extensions', two({ getSupportedExtensions: () => ['EXT_a'] }), ['EXT_a']],
  [
    'the beginning of the code and a digest of all',
    'webglShader',
    two(translating('float4 main() : SV_TARGET { return 1; }')),
    { start: 'float4 main() : SV_TARGET { retu', digest: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ],
])('%s: %s', (_what, name, g, value) => {
  expect(webglSources[name](g)).toEqual({ value })
})

describe.each(Object.entries(webglSources))('%s', (_name, source) => {
  it.each<[string, Global]>([
    ['a lost context', withCanvas({ webgl: lost(), webgl2: lost() })],
    ['no WebGL', withCanvas({})],
    ['no document', {}],
  ])('is unavailable with %s', (_place, g) => {
    expect(source(g)).toEqual({ absent: 'unavailable' })
  })
})

/** A context as it answers when its card is gone. */
function lost(): WebglLike {
  const gone = { getContextAttributes: () => null, getShaderPrecisionFormat: () => null }
  return { ...graphics({}), ...gone, getSupportedExtensions: () => null }
}

it('is unavailable where shaders may not be looked at, or nothing comes of them', () => {
  const refused = two({ ...translating(''), getExtension: () => null })
  expect([refused, two(translating(''))].map(webglSources.webglShader)).toEqual(
    Array(2).fill({ absent: 'unavailable' }),
  )
})
