import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { framing } from '../../test/fake-frame.ts'
import type { Global } from '../global.ts'
import { botSources } from './bot-sources.ts'

const UNAVAILABLE = { absent: 'unavailable' }
const page = (script: string): Global => runInContext(`${script};globalThis`, createContext({}))
const emptyDocument = { body: null, createElement: () => expect.unreachable() }

it('are all unavailable where there is nothing, but for names and stacks, which are everywhere', () => {
  const { windowKeys, callStack, ...others } = botSources
  expect(Object.values(others).map((source) => source({}))).toEqual(Object.keys(others).map(() => UNAVAILABLE))
  expect(windowKeys({})).toEqual({ value: { count: 0, crc32: 0 } })
  expect(callStack()).toMatchObject({ value: { lines: expect.any(Number), marks: [] } })
})

describe('names of the window', () => {
  it('are counted and digested in whatever order, and without frames', () => {
    const seen = botSources.windowKeys(page('globalThis.b = 1; globalThis.a = 1'))
    expect(botSources.windowKeys(page('globalThis[0] = 1; globalThis.a = 1; globalThis.b = 1'))).toEqual(seen)
    expect(botSources.windowKeys(page('globalThis.b = 1'))).not.toEqual(seen)
  })
})

it.each<[string, Global, readonly string[]]>([
  ['Sahi', Object.assign({ document: {} }, { _sahi: {} }), ['_sahi']],
  ['WatiN', Object.assign({ document: {} }, { watinExpressionResult: '' }), ['watinExpressionResult']],
  ['Electron', Object.assign({ document: {} }, { process: { type: 'renderer' } }), ['process.type']],
  ['a benchmark', { document: {}, chrome: { gpuBenchmarking: {} } }, ['chrome.gpuBenchmarking']],
  ['an overlay', { document: { querySelector: (s) => s === 'x-pw-glass' } }, ['x-pw-glass']],
  ['Selenium', { document: { querySelector: (s) => s === 'html[webdriver]' } }, ['html[webdriver]']],
  ['an agent', { document: { querySelector: (s) => s === '[mmid]' } }, ['[mmid]']],
  ['a person', { document: { querySelector: () => null } }, []],
])('finds the artefacts of %s', (_name, g, value) => {
  expect(botSources.automationArtefacts(g)).toEqual({ value })
})

it('finds native functions that a frame lacks, and neither bound ones, nor scripts, nor what it would have to read', () => {
  const window = runInContext('globalThis', createContext({}))
  const { g } = framing({ document: emptyDocument, window })
  const more = page('globalThis.binding = parseInt; globalThis.own = () => 0; globalThis.bound = own.bind(null)')
  const trap = Object.defineProperty(Object.assign(more, g), 'trap', { get: () => expect.unreachable() })
  expect(botSources.addedNatives(trap)).toEqual({ value: ['binding'] })
})

it('tells own names of the document, cut', () => {
  const document = Object.fromEntries(['location', 'x'.repeat(99)].map((name) => [name, 1]))
  expect(botSources.documentKeys({ document })).toEqual({ value: ['location', 'x'.repeat(40)] })
})

describe('the property that owns up to being driven', () => {
  class Navigator {
    get vendor(): string {
      return ''
    }
    get webdriver(): boolean {
      return expect.unreachable()
    }
  }
  it('is told where it is, and not read', () => {
    const value = { depth: 1, index: 2, getter: true }
    expect(botSources.webdriverProperty({ navigator: new Navigator() })).toEqual({ value })
  })
  it('is told to be the own one that hides it', () => {
    const navigator = Object.defineProperty(new Navigator(), 'webdriver', { value: false })
    expect(botSources.webdriverProperty({ navigator })).toEqual({ value: { depth: 0, index: 0, getter: false } })
  })
})

it('tells the shape of what Chromium calls chrome, and how much of the window was made after it', () => {
  const g = { chrome: { loadTimes: 1, csi: 1 }, later: 1 }
  expect(botSources.chromeShape(g)).toEqual({ value: { keys: ['loadTimes', 'csi'], after: 2 } })
})

it("marks a call that came through somebody's evaluation", () => {
  const run = Object.assign(() => botSources.callStack(), {})
  const UtilityScript = { evaluate: () => run() }
  Object.defineProperty(UtilityScript.evaluate, 'name', { value: 'UtilityScript.evaluate' })
  expect(UtilityScript.evaluate()).toMatchObject({ value: { marks: ['UtilityScript'] } })
  expect(Reflect.apply(new Proxy(run, { apply: (f) => f() }), null, [])).toMatchObject({ value: { marks: ['apply'] } })
})

it('leaves the length of stacks as the page wants it', () => {
  const limit = Error.stackTraceLimit
  try {
    Error.stackTraceLimit = 3
    expect(botSources.callStack().value.lines).toBeGreaterThan(4)
    expect(Error.stackTraceLimit).toBe(3)
  } finally {
    Error.stackTraceLimit = limit
  }
})

it("tells the browser's own list of languages from one that is made anew", () => {
  const languages = Object.freeze(['de'])
  const own = { navigator: { language: 'de', languages } }
  expect(botSources.languageObject(own)).toEqual({ value: { language: 'de', frozen: true, same: true } })
  const made = { get: () => ['de'] }
  const navigator: object = Object.defineProperty({}, 'languages', made)
  expect(botSources.languageObject({ navigator })).toEqual({ value: { language: null, frozen: false, same: false } })
})

it('names what lies beside head and body, without our own frame', () => {
  const children = [{ tagName: 'HEAD' }, { tagName: 'IFRAME', style: { left: '-99px' } }, { tagName: 'X-PW-GLASS' }]
  expect(botSources.rootChildren({ document: { documentElement: { children } } })).toEqual({
    value: ['HEAD', 'X-PW-GLASS'],
  })
})

it('tells that a visitor came from somewhere, and not from where', () => {
  const g = { history: { length: 3 }, opener: {}, name: 'shop', document: { referrer: 'https://search.example/?q=me' } }
  const value = { historyLength: 3, opened: true, named: true, referred: true }
  expect(botSources.tabOrigin(g)).toEqual({ value })
})
