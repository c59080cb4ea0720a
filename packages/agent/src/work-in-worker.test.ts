import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { graphics } from '../test/fake-canvas.ts'
import { paper } from '../test/paper.ts'
import { drawShapes, SHAPES_HEIGHT, SHAPES_WIDTH } from './draw-shapes.ts'
import { fontTest } from './font-test.ts'
import type { Context2d } from './global.ts'
import { gpuNames } from './gpu-names.ts'
import { type WorkerScope, workInWorker } from './work-in-worker.ts'

const work = (g: WorkerScope, families = '') =>
  workInWorker(g, () => undefined, 3, 2, 'crypto caches', gpuNames, fontTest, families)

/** Canvases of a worker, whose only pixel is of their size. */
const drawing = (gl: unknown): Pick<WorkerScope, 'OffscreenCanvas'> => ({
  OffscreenCanvas: class {
    readonly size: readonly number[]
    constructor(width: number, height: number) {
      this.size = [width, height]
    }
    getContext = (kind: string): unknown =>
      kind === '2d' ? { getImageData: () => ({ data: new Uint8ClampedArray(this.size) }) } : gl
  },
})
const image = new Uint8ClampedArray([3, 2])

it('tells everything that the worker has', async () => {
  const data = {
    platform: 'Linux',
    mobile: false,
    brands: [
      { brand: 'Z', version: '2' },
      { brand: 'A', version: '1' },
    ],
  }
  const navigator = {
    ...{
      userAgent: 'ua',
      platform: 'p',
      languages: ['en'],
      hardwareConcurrency: 8,
      deviceMemory: 16,
      userAgentData: data,
    },
    storage: { getDirectory: async () => ({ kind: 'directory' }) },
  }
  const zone = { DateTimeFormat: () => ({ resolvedOptions: () => ({ timeZone: 'Asia/Tokyo' }) }) }
  const scope = {
    navigator,
    Intl: zone,
    Notification: { permission: 'denied' },
    crypto: {},
    ...drawing(graphics({ 7936: 'v', 7937: 'r' })),
  }
  expect(await work(scope)).toEqual({
    ...{
      userAgent: 'ua',
      platform: 'p',
      languages: ['en'],
      hardwareConcurrency: 8,
      deviceMemory: 16,
      timezone: 'Asia/Tokyo',
    },
    ...{ brands: 'Linux; false; A 1, Z 2', notification: 'denied', interfaces: ['crypto'], directory: 'directory' },
    ...{ gpu: { vendor: 'v', renderer: 'r' }, image },
  })
})

describe('leaves out what the worker lacks', () => {
  it.each<[string, WorkerScope, object]>([
    ['everything', {}, { interfaces: [] }],
    ['a card', drawing(null), { interfaces: [], image }],
    [
      'pixels',
      {
        OffscreenCanvas: class {
          getContext = (): unknown => null
        },
      },
      { interfaces: [] },
    ],
    [
      'a directory, but for the name of the refusal',
      { navigator: { storage: { getDirectory: () => Promise.reject(new DOMException('no', 'SecurityError')) } } },
      { interfaces: [], directory: 'SecurityError' },
    ],
  ])('%s', async (_name, scope, answer) => {
    expect(await work(scope)).toEqual(answer)
  })
})

it('goes on when a getter throws', async () => {
  const navigator = {
    userAgent: 'ua',
    get platform(): string {
      throw new Error('odd')
    },
  }
  expect(await work({ navigator })).toEqual({ userAgent: 'ua', interfaces: [] })
})

it('asks the unmasked card of a browser that has one', async () => {
  const gl = graphics({ 7936: 'WebKit', 37445: 'v', 37446: 'r' }, ['WEBGL_debug_renderer_info'])
  expect(await work(drawing(gl))).toMatchObject({ gpu: { vendor: 'v', renderer: 'r' } })
})

function measured(this: Context2d): { readonly width: number } {
  return { width: this.font.includes('Lato') ? 3 : 2 }
}

it('finds the families that are installed, where it is asked for any', async () => {
  const scope: WorkerScope = {
    OffscreenCanvas: class {
      getContext(): Context2d {
        return { ...paper, measureText: measured }
      }
    },
  }
  expect(await work(scope, 'Hack,Lato')).toMatchObject({ fonts: ['Lato'] })
  expect(await work(scope)).not.toHaveProperty('fonts')
  expect(await work({}, 'Hack,Lato')).not.toHaveProperty('fonts')
})

it('and the drawing are texts that run where nothing else is', async () => {
  const world = createContext({ navigator: { userAgent: 'ua' } })
  const program = `(${workInWorker})(globalThis,${drawShapes},${SHAPES_WIDTH},${SHAPES_HEIGHT},"Array Nothing",${gpuNames},${fontTest},"Lato")`
  expect(await runInContext(program, world)).toMatchObject({ userAgent: 'ua', interfaces: ['Array'] })
})
