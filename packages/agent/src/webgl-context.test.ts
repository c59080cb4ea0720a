import { expect, it } from 'vitest'
import { graphics, withCanvas } from '../test/fake-canvas.ts'
import type { Global } from './global.ts'
import { webglContext } from './webgl-context.ts'

it('makes one context for all who ask', () => {
  const g = withCanvas({ webgl: graphics({}) })
  expect(webglContext(g)).toBe(webglContext(g))
})

it('lets the context go after a while', () => {
  const timers: (() => void)[] = []
  const made: object[] = []
  const { document } = withCanvas({ webgl: graphics({}) })
  const g: Global = {
    get document() {
      made.push({})
      return document ?? {}
    },
    setTimeout: (callback) => timers.push(callback),
  }
  webglContext(g)
  webglContext(g)
  expect(made).toHaveLength(1)
  for (const expire of timers) expire()
  webglContext(g)
  expect(made).toHaveLength(2)
})

it.each<[string, Global]>([
  ['no document', {}],
  ['a document that makes no elements', { document: {} }],
  ['a canvas without WebGL', withCanvas({})],
])('gives null for %s', (_name, g) => {
  expect(webglContext(g)).toBeNull()
})
