import { expect, it } from 'vitest'
import { runThread } from './run-thread.ts'

const script = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'\n${code}`)}`,
  )

const LIMIT_MS = 20_000

it('gives the thread its order, and the answer back', async () => {
  expect(await runThread(script('parentPort.postMessage(workerData * 2)'), 21, LIMIT_MS)).toBe(42)
})

it('rejects with the error that ended the thread', async () => {
  await expect(runThread(script("throw new Error('no such list')"), 0, LIMIT_MS)).rejects.toThrow('no such list')
})

it('rejects when the thread dies without a word', async () => {
  await expect(runThread(script('process.exit(0)'), 0, LIMIT_MS)).rejects.toThrow('without an answer')
})

it('stops a thread that takes too long', async () => {
  await expect(runThread(script('for (;;);'), 0, 100)).rejects.toThrow('longer than 100 ms')
})
