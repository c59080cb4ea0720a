import { nextTask } from './clock.ts'
import type { Global } from './global.ts'

/** A worker that has not answered by then is ended: content blockers let some wait for ever. Chosen by hand, November 2026. */
const LIFE_MS_MAX = 3000

/**
 * Runs a program in a worker of its own, which is ended after its one message or after three seconds, and gives that message.
 * Rejects when the worker cannot start; never settles when it does not answer. Undefined where there are no workers.
 */
export function inWorker(g: Global, program: string): Promise<unknown> | undefined {
  const { Worker, Blob, URL } = g
  if (!Worker || !Blob || !URL?.createObjectURL) return
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }))
  return new Promise((resolve, reject) => {
    // A throw in here rejects as well.
    const worker = new Worker(address)
    const end = (): void => {
      worker.terminate()
      URL.revokeObjectURL?.(address)
    }
    worker.addEventListener('message', ({ data }) => {
      end()
      resolve(data)
    })
    worker.addEventListener('error', () => {
      end()
      // A task later, by which the page's policy has said so when it was that.
      nextTask(g).then(() => reject(new TypeError('no worker')))
    })
    g.setTimeout?.(end, LIFE_MS_MAX)
  })
}
