/** Runs in a thread of the reader pool: one read after the other, on a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ReadOrder } from './reader-pool.ts'
import { yieldToMainThread } from './yield-to-main-thread.ts'

// `reader-pool.ts` sends these.
const { file, limitMs } = workerData as { readonly file: string; readonly limitMs: number }

yieldToMainThread()
// Compiled at the lower priority as well.
const { openBoundedReader } = await import('./bounded-reader.ts')
const { readOrder } = await import('./read-order.ts')
const reader = openBoundedReader(file)

parentPort?.on('message', (order: ReadOrder | 'stop') => {
  if (order !== 'stop') {
    const outcome = readOrder(reader, order, limitMs)
    return parentPort?.postMessage(outcome, 'page' in outcome ? [outcome.page.events.buffer] : [])
  }
  reader.close()
  parentPort?.close()
})
