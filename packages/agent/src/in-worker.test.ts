import { describe, expect, it } from 'vitest'
import type { Global } from './global.ts'
import { inWorker } from './in-worker.ts'
import type { WorkerLike } from './worker-extras.ts'

/** A page whose workers do what the test says. */
function page(act: (tell: (type: 'message' | 'error', data?: unknown) => void) => void) {
  const made: string[] = []
  let ended = 0
  let revoked = 0
  const timers: (() => void)[] = []
  const g: Global = {
    Blob,
    setTimeout: (callback) => timers.push(callback),
    URL: {
      createObjectURL: (blob) => `blob:${blob.size} ${blob.type}`,
      revokeObjectURL: () => void revoked++,
    },
    Worker: class implements WorkerLike {
      private readonly listeners: (readonly [string, (event: { readonly data?: unknown }) => void])[] = []
      constructor(url: string) {
        made.push(url)
        queueMicrotask(() =>
          act((type, data) => {
            for (const [heard, listener] of this.listeners) if (heard === type) listener({ data })
          }),
        )
      }
      addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void {
        this.listeners.push([type, listener])
      }
      terminate(): void {
        ended++
      }
    },
  }
  return { g, made, timers, counts: () => ({ ended, revoked }) }
}

it('gives the one message of a worker, and ends it', async () => {
  const { g, made, counts } = page((tell) => tell('message', { cores: 8 }))
  expect(await inWorker(g, 'postMessage(1)')).toEqual({ cores: 8 })
  expect([made, counts()]).toEqual([['blob:14 text/javascript'], { ended: 1, revoked: 1 }])
})

it('fails when the worker cannot start, and ends it', async () => {
  const { g, counts } = page((tell) => tell('error'))
  await expect(inWorker(g, '')).rejects.toThrow('no worker')
  expect(counts()).toEqual({ ended: 1, revoked: 1 })
})

it('ends a worker that says nothing', async () => {
  const { g, timers, counts } = page(() => undefined)
  const silent = inWorker(g, '')
  for (const timer of timers) timer()
  expect(counts()).toEqual({ ended: 1, revoked: 1 })
  expect(await Promise.race([silent, Promise.resolve('still waiting')])).toBe('still waiting')
})

describe('where there are no workers', () => {
  const { g } = page(() => undefined)
  const { Blob: _missing, ...withoutBlobs } = g
  it.each<[string, Global]>([
    ['nothing at all', {}],
    ['no blobs', withoutBlobs],
    ['no addresses of blobs', { ...g, URL: {} }],
  ])('says so: %s', (_name, world) => {
    expect(inWorker(world, '')).toBeUndefined()
  })
})
