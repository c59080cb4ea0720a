import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { environmentSources } from './environment-sources.ts'

/** Whatever a window may hold beside what sources know by type. */
const holding = (things: object): Global => things

const { refreshRate, appMarks } = environmentSources

/** A window that is given a frame at each of these times, and no more. */
function showing(...timesMs: readonly number[]): Global {
  let shown = 0
  return {
    setTimeout: (callback) => setTimeout(callback, 5),
    requestAnimationFrame: (callback) => {
      const atMs = timesMs[shown++]
      if (atMs !== undefined) queueMicrotask(() => callback(atMs))
    },
  }
}

it.each<[string, Global, unknown]>([
  ['60 Hz', showing(0, 16, 33, 50, 66, 83, 100, 116, 133), { value: [16, 17, 17, 16, 17, 17, 16] }],
  ['as many as came in time', showing(0, 100, 300), { value: [100, 200] }],
  ['a window in the background', showing(), { absent: 'unavailable' }],
  ['one frame, which has no length', showing(5), { absent: 'unavailable' }],
  ['no frames', {}, { absent: 'unavailable' }],
])('%s', async (_name, g, expected) => {
  expect(await refreshRate(g)).toEqual(expected)
})

it.each<[string, unknown, unknown]>([
  [
    'an app',
    appMarks(holding({ webkit: { messageHandlers: {} }, cordova: 1 })),
    { value: ['webkit.messageHandlers', 'cordova'] },
  ],
  ['no app', appMarks({}), { value: [] }],
])('%s', (_name, sample, expected) => {
  expect(sample).toEqual(expected)
})
