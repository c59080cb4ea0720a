/** Runs in a thread of the reader pool: one read after the other, on a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { openBoundedReader } from './bounded-reader.ts'
import type { ReadOrder } from './reader-pool.ts'
import { yieldToMainThread } from './yield-to-main-thread.ts'

// `reader-pool.ts` sends these.
const { file, limitMs } = workerData as { readonly file: string; readonly limitMs: number }

yieldToMainThread()
const reader = openBoundedReader(file)

parentPort?.on('message', (order: ReadOrder) => {
  if (order !== 'stop') return parentPort?.postMessage(reader.read(order, limitMs))
  reader.close()
  parentPort?.close()
})
