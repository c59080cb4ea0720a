import { Worker } from 'node:worker_threads'

/**
 * Runs a thread that answers with one message and ends. Rejects with its error, when it ends without an answer, and when
 * it takes longer than the limit, which stops it.
 */
export function runThread(script: URL, workerData: unknown, limitMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData })
    const timer = setTimeout(() => {
      reject(new Error(`A thread took longer than ${limitMs} ms and was stopped.`))
      void worker.terminate()
    }, limitMs)
    worker.once('message', resolve).once('messageerror', reject).once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('A thread ended without an answer.'))
    })
  })
}
