import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { touch } from './touch.ts'

const refusing = (name: string): never => {
  throw new DOMException('no touch', name)
}

it.each<[string, Global, unknown]>([
  [
    'phone',
    { navigator: { maxTouchPoints: 5 }, document: { createEvent: () => ({}) }, ontouchstart: null },
    { value: { maxTouchPoints: 5, touchEvent: true, touchStart: true } },
  ],
  [
    'desktop',
    { navigator: { maxTouchPoints: 0 }, document: { createEvent: () => refusing('NotSupportedError') } },
    { value: { maxTouchPoints: 0, touchEvent: false, touchStart: false } },
  ],
  [
    'a worker-like global without document',
    { navigator: { maxTouchPoints: 0 } },
    { value: { maxTouchPoints: 0, touchEvent: false, touchStart: false } },
  ],
  ['a navigator without it', { navigator: {} }, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(touch(g)).toEqual(expected)
})

it('lets an unexpected failure through, for the runner to report', () => {
  const g: Global = { navigator: { maxTouchPoints: 0 }, document: { createEvent: () => refusing('InvalidStateError') } }
  expect(() => touch(g)).toThrow('no touch')
})
