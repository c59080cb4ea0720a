import { Worker } from 'node:worker_threads'
import type { Answered, EventForm, EventQuery, SerializedPage } from '../../ports/event-search.ts'
import type { Read, ReadOutcome, Rows } from './bounded-reader.ts'

/** How the rows of a search become a page. */
export type PageOrder = Pick<EventQuery, 'limit' | 'order'> & { readonly form: EventForm }

/** What a thread is told to read, and whether the first rows are those of a page. */
export interface ReadOrder {
  readonly reads: readonly Read[]
  readonly page?: PageOrder
}

/** What became of it. */
export type OrderOutcome = ReadOutcome | { readonly page: SerializedPage }

/** Reads off the main thread, in a few threads behind a short queue. */
export interface ReaderPool {
  /** Rejects when the thread died of the read: nobody waits for ever. */
  read(reads: readonly Read[]): Promise<Answered<readonly Rows[]>>
  /** As `read`, and the thread makes the page of the rows. */
  readPage(read: Read, page: PageOrder): Promise<Answered<SerializedPage>>
  /** Waits for what is under way; what waits its turn is refused. */
  close(): Promise<void>
}

/** How a pool is set up. */
export interface ReaderPoolOptions {
  readonly file: string
  /** How long a read may run. One that waits its turn for as long is refused as well. */
  readonly limitMs: number
  /** Gets what ended a thread. */
  readonly report: (error: unknown) => void
}

/** One slow query must not hold up all others; more threads than two would take the appends' processor. */
const THREADS = 2

/** Reads that may wait. At 5 ms a read the last of them waits 100 ms. */
export const WAITING_MAX = 40

/**
 * A read that outlives its limit by so much visits no rows: it sorts, say, or its thread is slow to start. Its caller is
 * let go; the thread is used again when it is done.
 */
const GIVE_UP_AFTER_MS = 1000

type Refused = Extract<Answered<never>, { readonly refused: unknown }>

interface Job {
  readonly order: ReadOrder
  readonly resolve: (outcome: OrderOutcome | Refused) => void
  readonly reject: (error: Error) => void
  /** Ends its waiting, then its running. */
  timer: NodeJS.Timeout | undefined
}

interface Thread {
  readonly worker: Worker
  readonly ended: Promise<void>
  job: Job | undefined
}

/** A pool over a database file. Threads start when they are first needed, and again when one has died. */
export function createReaderPool({ file, limitMs, report }: ReaderPoolOptions): ReaderPool {
  const threads = new Set<Thread>()
  const waiting: Job[] = []
  let isClosed = false

  function start(): Thread {
    const worker = new Worker(new URL('./read-thread.ts', import.meta.url), { workerData: { file, limitMs } })
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    const thread: Thread = { worker, ended, job: undefined }
    threads.add(thread)
    worker.on('message', (outcome: OrderOutcome) => {
      release(thread)?.resolve(outcome)
      const job = waiting.shift()
      if (job) run(thread, job)
      else if (isClosed) send(thread, 'stop')
    })
    let failure: unknown
    worker.on('error', (error) => {
      failure = error
      report(error)
    })
    worker.on('exit', () => {
      threads.delete(thread)
      release(thread)?.reject(new Error('The thread that read has died.', { cause: failure }))
      const job = waiting.shift()
      if (job) run(start(), job)
      end()
    })
    return thread
  }

  function run(thread: Thread, job: Job): void {
    clearTimeout(job.timer)
    job.timer = setTimeout(() => job.resolve({ refused: 'too_slow' }), limitMs + GIVE_UP_AFTER_MS)
    thread.job = job
    send(thread, job.order)
  }

  function wait(job: Job): void {
    waiting.push(job)
    job.timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(job), 1)
      job.resolve({ refused: 'busy' })
    }, limitMs)
  }

  const ask = (order: ReadOrder): Promise<OrderOutcome | Refused> =>
    new Promise((resolve, reject) => {
      const job: Job = { order, resolve, reject, timer: undefined }
      const idle = [...threads].find((thread) => thread.job === undefined)
      if (isClosed) resolve({ refused: 'busy' })
      else if (idle) run(idle, job)
      else if (threads.size < THREADS) run(start(), job)
      else if (waiting.length < WAITING_MAX) wait(job)
      else resolve({ refused: 'busy' })
    })

  return {
    async read(reads) {
      const outcome = await ask({ reads })
      return 'rows' in outcome ? { found: outcome.rows } : refusalOf(outcome)
    },
    async readPage(read, page) {
      const outcome = await ask({ reads: [read], page })
      return 'page' in outcome ? { found: outcome.page } : refusalOf(outcome)
    },
    async close() {
      isClosed = true
      for (const job of waiting.splice(0)) {
        clearTimeout(job.timer)
        job.resolve({ refused: 'busy' })
      }
      for (const thread of threads) if (thread.job === undefined) send(thread, 'stop')
      await Promise.all([...threads].map(({ ended }) => ended))
    },
  }
}

const send = ({ worker }: Thread, order: ReadOrder | 'stop'): void => worker.postMessage(order)

const refusalOf = (outcome: OrderOutcome | Refused): Refused =>
  'refused' in outcome ? outcome : { refused: 'too_slow' }

/** Takes the job off a thread, its timer stopped. */
function release(thread: Thread): Job | undefined {
  const { job } = thread
  clearTimeout(job?.timer)
  thread.job = undefined
  return job
}
