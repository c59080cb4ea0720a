import { expect, it } from 'vitest'
import { framing, type Inside } from '../../test/fake-frame.ts'
import type { Global } from '../global.ts'
import { devtoolsTrap } from './devtools-trap.ts'

/** The window of a frame whose console is heard by so many, and what it was called with. */
function heardBy(listeners: number): { readonly inside: Inside; readonly calls: unknown[][] } {
  const calls: unknown[][] = []
  const debug = (...what: unknown[]): void => {
    calls.push(what)
    for (const thing of what) for (let i = 0; i < listeners; i++) String(thing)
  }
  return { inside: { window: { console: { debug } } }, calls }
}

const inV8 = ({ g }: { readonly g: Global }): Global => Object.assign(g, { Intl: { v8BreakIterator: 1 } })

it.each([
  ['the console alone', 1],
  ['open tools as well', 2],
])('counts who looks: %s', (_name, listeners) => {
  const { inside, calls } = heardBy(listeners)
  const page = framing(inside)
  expect(devtoolsTrap(inV8(page))).toEqual({ value: listeners })
  expect(calls.length).toBe(1)
  expect(page.attached.size).toBe(0)
})

it('writes nothing outside V8', () => {
  const { inside, calls } = heardBy(1)
  expect(devtoolsTrap(framing(inside).g)).toEqual({ absent: 'unavailable' })
  expect(calls).toEqual([])
})

it.each<[string, Global]>([
  ['a frame without a console', inV8(framing({ window: {} }))],
  ['a frame without a window', inV8(framing({}))],
  ['no frames', inV8({ g: {} })],
])('is unavailable: %s', (_name, g) => {
  expect(devtoolsTrap(g)).toEqual({ absent: 'unavailable' })
})
