import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { graphics, withCanvas } from '../../test/fake-canvas.ts'
import { framing } from '../../test/fake-frame.ts'
import type { Global } from '../global.ts'
import { tamperingSources } from './tampering-sources.ts'

const UNAVAILABLE = { absent: 'unavailable' }
const emptyDocument = { body: null, createElement: () => expect.unreachable() }

/** A realm with a navigator of one getter, and what a script does to it. */
const realm = (script = ''): Global =>
  runInContext(
    `class Navigator {
      #brand = 'Real/1'
      get userAgent() { return this.#brand }
    }
    Object.assign(globalThis, { Navigator, navigator: new Navigator(), screen: { width: 800, height: 600, availWidth: 800, availHeight: 570, colorDepth: 24 } })
    ${script};globalThis`,
    createContext({}),
  )

/** A page that a script changed, and a frame that nobody did. */
const framed = (script = '', inside: object = realm()): Global =>
  Object.assign(realm(script), framing({ document: emptyDocument, window: inside }).g)

it('are all unavailable where there is nothing, or empty where nothing is found', () => {
  const { throwDepths, ...others } = tamperingSources
  expect(Object.values(others).map((source) => source({}))).toEqual(Object.keys(others).map(() => UNAVAILABLE))
  expect(throwDepths({})).toEqual({ value: {} })
})

it('sees a wrapper in the stack of an error', () => {
  const depth = (script: string): string =>
    Object(tamperingSources.throwDepths(realm(script))).value['Function.prototype.toString']
  const wrapped =
    'const f = Function.prototype.toString; Function.prototype.toString = function () { return f.call(this) }'
  expect(depth('')).toBe('TypeError 3')
  expect(depth(wrapped)).toBe('TypeError 4')
})

describe('plugins', () => {
  class PluginArray extends Array {
    item(index: number): unknown {
      return this[index >>> 0]
    }
  }
  class Plugin extends Array {
    readonly name = 'PDF Viewer'
  }
  const chains = { PluginArray, Plugin }
  const withPlugins = (plugins: Plugin[] & PluginArray): Global => Object.assign({ navigator: { plugins } }, chains)

  it('have the prototypes of their kind, and wrap indices', () => {
    expect(tamperingSources.pluginChains(withPlugins(Object.assign(new PluginArray(), { 0: new Plugin() })))).toEqual({
      value: { list: true, plugin: true, wraps: true },
    })
  })
  it('may be none', () => {
    expect(tamperingSources.pluginChains(withPlugins(new PluginArray()))).toEqual({
      value: { list: true, plugin: null, wraps: null },
    })
  })
  it('show that they are a list of objects', () => {
    const navigator = { plugins: [Object.assign([], { name: 'PDF Viewer' })] }
    expect(tamperingSources.pluginChains(Object.assign({ navigator }, chains))).toEqual({
      value: { list: false, plugin: false, wraps: false },
    })
  })
})

it.each([
  ['alteredInterfaces', 'Plugin.prototype.brave = 1', 'Plugin.brave+'],
  ['alteredBuiltIns', 'Math.clamp = () => 0', 'Math.clamp+'],
] as const)('%s names what the frame has otherwise', (name, script, found) => {
  // An interface of native functions, in place of one that was written for these tests.
  const native = 'globalThis.Navigator = undefined; globalThis.Plugin = Map;'
  expect(tamperingSources[name](framed(native, realm(native)))).toEqual({ value: [] })
  expect(tamperingSources[name](framed(native + script, realm(native)))).toEqual({ value: [found] })
})

describe('the identity', () => {
  const lying = "Object.defineProperty(navigator, 'userAgent', { value: 'Fake/1' })"
  it('is what the frame says for itself', () => {
    expect(tamperingSources.frameNavigator(framed(lying))).toEqual({ value: { userAgent: 'Real/1' } })
  })
})

it("reads the frame's zone", () => {
  const { timeZone: timezone } = new Intl.DateTimeFormat().resolvedOptions()
  expect(tamperingSources.frameTimezone(framed())).toMatchObject({
    value: { timezone, offsetMin: -new Date(2026, 0, 15).getTimezoneOffset() + 0 },
  })
})

describe('the graphics card', () => {
  const card = graphics({ 7938: 'WebGL', 37445: 'Real', 37446: 'Card 1' }, ['WEBGL_debug_renderer_info'])
  const asking = (answers: Readonly<Record<number, string>>): Global => {
    const getParameter = (name: number): string | null => answers[name] ?? null
    const { g } = framing({
      document: emptyDocument,
      window: Object(Object.assign({}, realm(), { WebGLRenderingContext: { prototype: { getParameter } } })),
    })
    const canvas = withCanvas({ webgl: card }).document?.createElement
    const createElement = Object((tag: string) =>
      tag === 'canvas' ? canvas?.('canvas') : g.document?.createElement?.('iframe'),
    )
    return { document: { ...g.document, createElement } }
  }
  it("is asked by the frame's function", () => {
    const g = asking({ 7936: 'WebKit', 37445: 'Real', 37446: 'Card 1' })
    expect(tamperingSources.frameGpu(g)).toEqual({ value: { vendor: 'Real', renderer: 'Card 1' } })
  })
  it('is not asked for more than Gecko tells, which would warn', () => {
    const g = asking({ 7936: 'Mozilla', 7937: 'Card, or similar' })
    expect(tamperingSources.frameGpu(g)).toEqual({ value: { vendor: 'Mozilla', renderer: 'Card, or similar' } })
  })
})
