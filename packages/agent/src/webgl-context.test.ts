import { expect, it } from 'vitest'
import { graphics, withCanvas } from '../test/fake-canvas.ts'
import { fakeCard } from '../test/fake-card.ts'
import type { Global } from './global.ts'
import { drawingContext, isLost, webglContext } from './webgl-context.ts'

it('makes one context for all who ask', () => {
  const g = withCanvas({ webgl: graphics({ 7938: 'WebGL 1.0' }) })
  expect(webglContext(g)).toBe(webglContext(g))
})

it('keeps one of each version', () => {
  const g = withCanvas({ webgl: graphics({ 7938: 'WebGL 1.0' }) })
  expect(webglContext(g)).not.toBeNull()
  expect(webglContext(g, 'webgl2')).toBe(webglContext(g, 'webgl2'))
})

it('lets the context go after a while', () => {
  const timers: (() => void)[] = []
  const made: object[] = []
  const { document } = withCanvas({ webgl: graphics({ 7938: 'WebGL 1.0' }) })
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

it('makes another one when the first was lost', () => {
  let made = 0
  const lost = graphics({})
  const sound = graphics({ 7938: 'WebGL 1.0' })
  const g = withCanvas({
    get webgl() {
      return made++ === 0 ? lost : sound
    },
  })
  expect(webglContext(g)).toBe(lost)
  expect(webglContext(g)).toBe(sound)
  expect(webglContext(g)).toBe(sound)
})

it.each([
  ['WebGL 1.0 (OpenGL ES 2.0 Chromium)', false],
  ['WebGL 1.0', false],
  ['WebGL 1.0 ()', true],
  [null, true],
])('knows by the version %s whether a context is lost', (version, expected) => {
  expect(isLost(graphics({ 7938: version }))).toBe(expected)
})

it.each<[string, Global]>([
  ['no document', {}],
  ['a document that makes no elements', { document: {} }],
  ['a canvas without WebGL', withCanvas({})],
])('gives null for %s', (_name, g) => {
  expect(webglContext(g)).toBeNull()
})

it('keeps a context of each version', () => {
  const [first, second] = [graphics({ 7938: 'WebGL 1.0' }), graphics({ 7938: 'WebGL 2.0' })]
  const g = withCanvas({ webgl: first, webgl2: second })
  expect([webglContext(g), webglContext(g, 'webgl2')]).toEqual([first, second])
})

it('gives a context to draw with only where it is of version 2 and has its card', () => {
  const { gl } = fakeCard(1)
  expect(drawingContext(withCanvas({ webgl2: gl }))).toBe(gl)
  const lost = withCanvas({ webgl2: { ...gl, isContextLost: () => true } })
  expect([lost, withCanvas({ webgl2: graphics({ 7938: 'WebGL 2.0' }) }), {}].map(drawingContext)).toEqual(
    Array(3).fill(undefined),
  )
})
