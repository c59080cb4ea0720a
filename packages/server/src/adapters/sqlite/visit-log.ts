import type { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import type { Visit } from '../../ports/counters.ts'
import type { VisitLog } from '../../ports/visit-log.ts'

/** What the thread is told. */
export interface VisitLogOrder {
  readonly file: string
  /** Events with higher numbers were stored later. */
  readonly highest: number
  readonly since: number
  readonly until: number
}

/** The visits of an embedded database, read by a thread with a connection of its own, a page whenever one is wanted. */
export const createSqliteVisitLog = (db: DatabaseSync, file: string): VisitLog => ({
  readBack(since, until) {
    const highest = db.prepare('SELECT max(number) AS highest FROM events').get()?.['highest']
    return pages({ file, highest: Number(highest ?? 0), since, until })
  },
})

async function* pages(workerData: VisitLogOrder): AsyncGenerator<readonly Visit[]> {
  if (workerData.highest === 0) return
  const worker = new Worker(new URL('./visit-log-thread.ts', import.meta.url), { workerData })
  try {
    for (let page = await nextPage(worker); page.length > 0; page = await nextPage(worker)) yield page
  } finally {
    await worker.terminate()
  }
}

/** Asks for a page and waits for it; empty: that was all. */
function nextPage(worker: Worker): Promise<readonly Visit[]> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners()
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', () => reject(new Error('The thread that reads visits ended early.')))
    worker.postMessage('next')
  })
}
