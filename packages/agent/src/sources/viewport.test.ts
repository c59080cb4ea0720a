import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { viewport } from './viewport.ts'

const bare = {
  ...{ outerWidth: null, outerHeight: null, clientWidth: null, clientHeight: null },
  ...{ visualWidth: null, visualHeight: null, visualScale: null, screenX: null, screenY: null },
}

it.each<[string, Global, unknown]>([
  [
    'a window with scroll bars, pinched to twice its size, on the monitor to the left',
    {
      ...{ innerWidth: 1000, innerHeight: 700, outerWidth: 1016, outerHeight: 790, screenX: -1900, screenY: 20 },
      document: { documentElement: { clientWidth: 985, clientHeight: 685 } },
      visualViewport: { width: 492.5, height: 342.5, scale: 2 },
    },
    {
      value: {
        ...{ innerWidth: 1000, innerHeight: 700, outerWidth: 1016, outerHeight: 790, screenX: -1900, screenY: 20 },
        ...{ clientWidth: 985, clientHeight: 685, visualWidth: 492.5, visualHeight: 342.5, visualScale: 2 },
      },
    },
  ],
  ['a poor window', { innerWidth: 5, innerHeight: 6 }, { value: { ...bare, innerWidth: 5, innerHeight: 6 } }],
  ['a worker', {}, { absent: 'unavailable' }],
  ['a window without a height', { innerWidth: 5 }, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(viewport(g)).toEqual(expected)
})

it('waits for a window that has no outer size yet', async () => {
  let outerWidth = 0
  const g: Global = {
    ...{ innerWidth: 5, innerHeight: 6, outerHeight: 9 },
    get outerWidth() {
      return outerWidth
    },
    setTimeout: (callback) => {
      outerWidth = 7
      callback()
    },
  }
  expect(await viewport(g)).toEqual({
    value: { ...bare, innerWidth: 5, innerHeight: 6, outerWidth: 7, outerHeight: 9 },
  })
})
