import { createContext, runInContext } from 'node:vm'
import { expect, it } from 'vitest'
import { type FlushScope, flushInWorker } from './flush-in-worker.ts'

/** A worker whose disk takes the given times, one flush after the other. */
function worker(timesMs: readonly number[], refuses = false) {
  let ms = 0
  let flushes = 0
  const done: string[] = []
  const file = {
    createSyncAccessHandle: async () => {
      if (refuses) throw new DOMException('in use', 'NoModificationAllowedError')
      return {
        write: (bytes: Uint8Array) => bytes.length,
        flush: () => {
          ms += timesMs[flushes++] ?? 0
        },
        close: () => void done.push('close'),
      }
    },
  }
  const directory = {
    getFileHandle: async (name: string) => {
      done.push(`open ${name}`)
      return file
    },
    removeEntry: async (name: string) => void done.push(`remove ${name}`),
  }
  const scope: FlushScope = {
    performance: { now: () => ms },
    navigator: { storage: { getDirectory: async () => directory } },
  }
  return { scope, done }
}

it('gives the shortest of some times, and removes the file', async () => {
  const { scope, done } = worker([9, 2.5, 4, 3, 8])
  expect(await flushInWorker(scope)).toBe(2.5)
  expect(done).toEqual(['open .flush', 'close', 'remove .flush'])
})

it('names the error of a browser that refuses, and removes the file', async () => {
  const { scope, done } = worker([1], true)
  expect(await flushInWorker(scope)).toBe('NoModificationAllowedError')
  expect(done).toEqual(['open .flush', 'remove .flush'])
})

it('has no answer where there are no such files, and runs as a text where nothing else is', async () => {
  const world = createContext({ navigator: {} })
  expect(await runInContext(`(${flushInWorker})(globalThis)`, world)).toBeNull()
})
