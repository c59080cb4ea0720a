import { expect, it } from 'vitest'
import { withWireKeys } from '../wire-keys.ts'

const inRegistry = (code: string): string => withWireKeys(code, '/agent/src/sources/index.ts')
const inGroup = (code: string): string => withWireKeys(code, '/agent/src/sources/hardware-sources.ts')
const elsewhere = (code: string): string => withWireKeys(code, '/agent/src/sources/touch.ts')

it('writes ids in a registry', () => {
  const code = `export const sources = {
  audio,
  ...cssSources,
  canvas,
} satisfies { readonly [K in SignalName]: Source<K> }`
  expect(inRegistry(code)).toBe(code.replace('audio,', 's21: audio,').replace('canvas,', 's17: canvas,'))
})

it('writes ids in a registry by family, whose names stay', () => {
  const code = `export const sources = {
  canvas: { canvas, ...webglSources, webgpu },
  storage: {
    storage,
    opfs,
  },
  behaviour: {},
} satisfies Readonly<Record<string, Sources>>`
  const expected = code
    .replace('{ canvas,', '{ s17: canvas,')
    .replace('webgpu }', 's70: webgpu }')
    .replace('    storage,', '    s11: storage,')
    .replace('opfs,', 's44: opfs,')
  expect(inRegistry(code)).toBe(expected)
})

it('writes ids in a group of sources and in the tables it is made of, and leaves what they do', () => {
  const code = `const ASKED = {
  pixelRatio: { media: 'resolution' },
}
export const hardwareSources = {
  ...fromTable(ASKED),
  cores: ({ navigator, screen }) => present(navigator?.cores),
  async touch(g) {
    return { value: { screen: 1, platform } }
  },
  screen: (g) =>
    present(g.screen),
} satisfies {
  readonly [K in 'cores' | 'touch' | 'screen']: Source<K>
}`
  const expected = code
    .replace('  pixelRatio:', '  s5:')
    .replace('  cores:', '  s7:')
    .replace('async touch(', 'async s6(')
    .replace('\n  screen:', '\n  s4:')
  expect(inGroup(code)).toBe(expected)
})

it('writes ids in tables of what some signals need', () => {
  const short = 'const noisy: { readonly [K in SignalName]?: true } = { audio: true, canvas: true }'
  expect(elsewhere(short)).toBe(short.replace('audio', 's21').replace('canvas', 's17'))
  const long = `const timeoutsMs: { readonly [K in SignalName]?: number } = {
  // Why.
  audio: 500,
}`
  expect(elsewhere(long)).toBe(long.replace('audio', 's21'))
})

it('asks for no id where the key is one', () => {
  expect(elsewhere('const id = signalIds[name]')).toBe('const id = name')
})

it.each([
  [
    'objects that are keyed by something else',
    `const asked = {\n  screen: 'width',\n  canvas,\n  size: 1,\n}`,
    inGroup,
  ],
  ['objects outside of registries', `const asked = {\n  screen: 'width',\n}`, elsewhere],
  [
    'what a source answers',
    `export const audio = (g) => {\n  return {\n    screen: 1,\n    canvas,\n  }\n}`,
    elsewhere,
  ],
  ['imports', `import {\n  audio,\n} from './audio.ts'\n\n${'const a = 1'}`, inRegistry],
])('leaves %s alone', (_name, code, keyed) => {
  expect(keyed(code)).toBe(code)
})

it('writes ids where summaries of behaviour are added to and asked for', () => {
  expect(elsewhere("add('moveStep', step)")).toBe("add('s253', step)")
  expect(elsewhere("summary('scrolls')")).toBe("summary('s264')")
  expect(elsewhere("set.add('nothing known')")).toBe("set.add('nothing known')")
})
