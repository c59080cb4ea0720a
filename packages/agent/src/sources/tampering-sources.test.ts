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
  const { receiverErrors, throwDepths, errorHooks, ...others } = tamperingSources
  expect(Object.values(others).map((source) => source({}))).toEqual(Object.keys(others).map(() => UNAVAILABLE))
  expect([receiverErrors({}), throwDepths({})]).toEqual([{ value: [] }, { value: {} }])
  expect(errorHooks({})).toEqual({ value: { stackTraceLimit: null, prepareStackTrace: 'undefined' } })
})

describe('getters that must refuse what is not theirs', () => {
  it('do, in a browser that nobody changed', () => {
    expect(tamperingSources.receiverErrors(realm())).toEqual({ value: [] })
  })
  it.each([
    ['answers', 'return "Fake/1"', 'answer'],
    ['fails in another way', 'throw new RangeError("?")', 'RangeError'],
  ])('are named when one %s', (_name, body, told) => {
    const g = realm(`Object.defineProperty(Navigator.prototype, 'userAgent', { get() { ${body} } })`)
    expect(tamperingSources.receiverErrors(g)).toEqual({ value: [`Navigator.prototype.userAgent ${told}`] })
  })
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
  class MimeTypeArray extends Array {}
  class Plugin extends Array {
    readonly name = 'PDF Viewer'
  }
  const chains = { PluginArray, MimeTypeArray, Plugin }
  const withPlugins = (plugins: Plugin[] & PluginArray): Global =>
    Object.assign({ navigator: { plugins, mimeTypes: new MimeTypeArray() } }, chains)

  it('have the prototypes of their kind, and wrap indices', () => {
    expect(tamperingSources.pluginChains(withPlugins(Object.assign(new PluginArray(), { 0: new Plugin() })))).toEqual({
      value: { list: true, types: true, plugin: true, wraps: true },
    })
  })
  it('may be none', () => {
    expect(tamperingSources.pluginChains(withPlugins(new PluginArray()))).toEqual({
      value: { list: true, types: true, plugin: null, wraps: null },
    })
  })
  it('show that they are a list of objects', () => {
    const navigator = { plugins: [Object.assign([], { name: 'PDF Viewer' })], mimeTypes: [] }
    expect(tamperingSources.pluginChains(Object.assign({ navigator }, chains))).toEqual({
      value: { list: false, types: false, plugin: false, wraps: false },
    })
  })
})

it('tells another order of the names of the navigator', () => {
  const order = (script: string) => tamperingSources.navigatorOrder(realm(script))
  const again = 'delete Navigator.prototype.userAgent; Navigator.prototype.userAgent = "Fake/1"'
  expect(order('Navigator.prototype.a = 1')).toEqual(order('Navigator.prototype.a = 1'))
  expect(order(`Navigator.prototype.a = 1;${again}`)).not.toEqual(order('Navigator.prototype.a = 1'))
})

it('names what navigator and screen own, which is nothing', () => {
  expect(tamperingSources.instanceKeys({ navigator: {} })).toEqual({ value: [] })
  expect(tamperingSources.instanceKeys({ navigator: { webdriver: false } })).toEqual({ value: ['navigator.webdriver'] })
})

it('tells who prepares stacks, and how long they get', () => {
  expect(tamperingSources.errorHooks(realm('Error.prepareStackTrace = () => ""; Error.stackTraceLimit = 7'))).toEqual({
    value: { stackTraceLimit: 7, prepareStackTrace: 'function' },
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
  it("is what the frame's getters say of the page's own navigator, as far as they may look", () => {
    // One class for both realms, as the browser has one for all windows of an origin.
    const page = realm(lying)
    const g = Object.assign(page, framing({ document: emptyDocument, window: { ...page } }).g)
    expect(tamperingSources.cleanNavigator(g)).toEqual({ value: { userAgent: 'Real/1' } })
  })
})

it("reads the frame's screen, and nothing when it has none", () => {
  expect(tamperingSources.frameScreen(framed())).toEqual({ value: [800, 600, 800, 570, 24] })
  expect(tamperingSources.frameScreen(framed('', {}))).toEqual(UNAVAILABLE)
})

it("reads the frame's zone", () => {
  const { timeZone: timezone } = new Intl.DateTimeFormat().resolvedOptions()
  expect(tamperingSources.frameTimezone(framed())).toMatchObject({
    value: { timezone, offsetMin: -new Date(2026, 0, 15).getTimezoneOffset() + 0 },
  })
})

describe('the graphics card', () => {
  const card = graphics({ 7938: 'WebGL', 37445: 'Real', 37446: 'Card 1' })
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

it('sees what stands between a page and its frame', () => {
  const inside: Record<string, unknown> = { navigator: {} }
  const g = framed('', inside)
  Object.assign(inside, { self: inside, parent: g, frameElement: { contentWindow: {} } })
  expect(tamperingSources.frameLinks(g)).toEqual({ value: { self: true, parent: true, element: false, chrome: true } })
})
