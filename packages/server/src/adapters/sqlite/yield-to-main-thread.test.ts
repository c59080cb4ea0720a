import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

/** A thread's nice value: the 19th field of its line, counted after the name, which may hold spaces. */
const niceOf = (thread: string): number =>
  Number(readFileSync(`/proc/${thread}/stat`, 'utf8').split(') ')[1]?.split(' ')[16])

it.runIf(process.platform === 'linux')('lowers the thread that calls it, and no other', async () => {
  const before = niceOf('self')
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads')
     const { readFileSync } = require('node:fs')
     import(${JSON.stringify(new URL('./yield-to-main-thread.ts', import.meta.url).href)}).then(({ yieldToMainThread }) => {
       yieldToMainThread()
       parentPort.postMessage(readFileSync('/proc/thread-self/stat', 'utf8').split(') ')[1].split(' ')[16])
     })`,
    { eval: true },
  )
  const [nice] = await once(worker, 'message')
  expect([Number(nice), niceOf('self')]).toEqual([15, before])
})
