import { createContext, runInContext } from 'node:vm'
import { expect, it } from 'vitest'
import { altered } from './altered.ts'
import type { FrameWindow, Global } from './global.ts'

/** Two realms of one engine, the first changed by a script. */
function realms(change: string): readonly [Global, FrameWindow] {
  const page = runInContext(`${change};globalThis`, createContext({}))
  return [page, runInContext('globalThis', createContext({}))]
}

it.each([
  ['nothing', '', []],
  ['what was added', 'Math.clamp = () => 0', ['Math.clamp+']],
  ['what is missing', 'delete Math.sin', ['Math.sin-']],
  ['a value in place of a getter', 'Object.defineProperty(Map.prototype, "size", { value: 0 })', ['Map.size#']],
  ['what became visible', 'Object.defineProperty(Math, "cos", { enumerable: true })', ['Math.cos#']],
  ['a function of JavaScript', 'Math.tan = function tan(x) { return 0 }', ['Math.tan!']],
  ['a bound function', 'Math.tan = Math.tan.bind(null)', ['Math.tan!']],
  ['a proxy', 'Math.abs = new Proxy(Math.abs, {})', ['Math.abs!']],
  ['an imitation by a native function', 'Math.abs = { abs() {} }.abs', ['Math.abs!']],
  ['a mark on a function', 'Math.abs.original = 1', ['Math.abs*']],
  ['another length', 'Object.defineProperty(Math.abs, "length", { value: 3 })', ['Math.abs*']],
  ['a getter of JavaScript', 'Object.defineProperty(Map.prototype, "size", { get() { return 0 } })', ['Map.size!']],
])('tells of %s', (_name, change, found) => {
  expect(altered(...realms(change), 'Math Map.prototype NoSuchThing.prototype')).toEqual(found)
})

it("tells of functions whose text is another by the page's own toString", () => {
  // The page's own realm is the one that this test runs in.
  const clean = runInContext('globalThis', createContext({}))
  const theirs = Function.prototype.toString
  const lie = function (this: unknown): string {
    return this === Math.abs ? 'function abs() { return 0 }' : theirs.call(this)
  }
  try {
    Function.prototype.toString = lie
    expect(altered({ Math }, clean, 'Math')).toEqual(['Math.abs~'])
  } finally {
    Function.prototype.toString = theirs
  }
})

it.each(['Math.tan = function tan(x) { return 0 }', 'Math.tan = new Proxy(Math.tan, {})'])(
  'tells of %s though the frame has it as well, because drivers run their scripts in frames too',
  (change) => {
    expect(altered(realms(change)[0], runInContext(`${change};globalThis`, createContext({})), 'Math')).toEqual([
      'Math.tan!',
    ])
  },
)

it('lets no page fill the payload', () => {
  const many = 'for (let i = 0; i < 99; i++) Math["x".repeat(99) + i] = i'
  const found = altered(...realms(many), 'Math')
  expect([found.length, found[0]?.length]).toEqual([24, 64])
})
