import { expect, it } from 'vitest'
import { withCanvas } from '../../test/fake-canvas.ts'
import type { Context2d, Global } from '../global.ts'
import { environmentSources } from './environment-sources.ts'

/** Whatever a window may hold beside what sources know by type. */
const holding = (things: object): Global => things

const { refreshRate, fontSmoothing, appMarks } = environmentSources

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

/** A canvas that shows these pixels whatever is drawn. */
function picturing(...pixels: readonly (readonly number[])[]): Global {
  const context: Pick<Context2d, 'fillStyle' | 'fillText' | 'font' | 'getImageData'> = {
    fillStyle: '',
    font: '',
    fillText: () => undefined,
    getImageData: () => ({ data: new Uint8ClampedArray(pixels.flatMap((rgb) => [...rgb, 255])) }),
  }
  // The source draws with nothing else.
  return withCanvas({ '2d': context as Context2d })
}

it.each<[string, Global, unknown]>([
  [
    'no smoothing',
    picturing([255, 255, 255], [0, 0, 0], [255, 255, 255]),
    { value: { solid: 2, grey: 0, coloured: 0 } },
  ],
  [
    'grey edges',
    picturing([255, 255, 255], [90, 90, 90], [200, 201, 200]),
    { value: { solid: 1, grey: 2, coloured: 0 } },
  ],
  ['coloured edges', picturing([190, 90, 20], [20, 90, 190]), { value: { solid: 0, grey: 0, coloured: 2 } }],
  ['no canvas', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(fontSmoothing(g)).toEqual(expected)
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
