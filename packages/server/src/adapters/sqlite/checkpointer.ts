import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { PAGE_BYTES } from './database.ts'

/** Moves the write-ahead log into the database from a thread of its own, because that waits for the disk. */
export interface Checkpointer {
  /**
   * Resolves when nothing that was committed before the call stands in the log any more. That takes until everybody has
   * left who reads from the log; rejects when the checkpointer is closed before.
   */
  emptyLog(): Promise<void>
  close(): Promise<void>
}

/** When the thread works. */
export interface CheckpointPace {
  /** Milliseconds from one checkpoint to the next. */
  readonly everyMs: number
  /**
   * From this many pages on the log is cut to nothing. Under steady load it would never start over by itself: a passive
   * checkpoint always finds newer pages behind it.
   */
  readonly cutFromPages: number
}

/** What the thread is told at its start. */
export interface CheckpointOrder {
  readonly file: string
  readonly pace: CheckpointPace
}

/** What the thread is told later. Wishes are numbered; it answers with the highest number that it has granted. */
export type CheckpointWish = 'stop' | { readonly emptyLog: number }

/** Often enough that little is left to move each time, seldom enough to cost nothing at rest. */
const PACE: CheckpointPace = { everyMs: 1000, cutFromPages: (256 * 1024 * 1024) / PAGE_BYTES }

/** A thread that fails is started again after this time: a full disk, say, may be mended meanwhile. */
const RESTART_AFTER_MS = 1000

/** The same failure is reported again after this time only: a disk may stay full for hours. */
const REPORT_AGAIN_MS = 60_000

/**
 * Starts the thread for a database file. Appends then never wait for a checkpoint's fsync: on the main thread one
 * took 20 to 100 ms (measured November 2026 on a virtual disk). Without it nothing is lost, but the log grows without
 * end, so failures are reported and the thread is started again.
 */
export function startCheckpointer(file: string, report: (error: unknown) => void, pace = PACE): Checkpointer {
  const stop = new AbortController()
  const wishes = createWishes()
  const running = keepRunning({ file, pace }, wishes, report, stop.signal)
  return {
    emptyLog: () => wishes.make(),
    close: () => {
      stop.abort()
      wishes.refuse(new Error('The store was closed before its log was emptied.'))
      return running
    },
  }
}

interface Wish {
  readonly number: number
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/** Wishes that wait for the thread. They outlive one that fails: the next thread is told of them. */
interface Wishes {
  make(): Promise<void>
  /** Hands what waits to a new thread, and from now on every new wish; undefined: there is no thread. */
  tell(worker: Worker | undefined): void
  grant(upTo: number): void
  /** Refuses what waits, and every wish from now on. */
  refuse(error: Error): void
}

function createWishes(): Wishes {
  let waiting: Wish[] = []
  let made = 0
  let told: Worker | undefined
  let refusal: Error | undefined
  const send = (): void => told?.postMessage({ emptyLog: made } satisfies CheckpointWish)
  return {
    make: () =>
      new Promise((resolve, reject) => {
        if (refusal) return reject(refusal)
        made += 1
        waiting.push({ number: made, resolve, reject })
        send()
      }),
    tell: (worker) => {
      told = worker
      if (waiting.length > 0) send()
    },
    grant: (upTo) => {
      for (const { number, resolve } of waiting) if (number <= upTo) resolve()
      waiting = waiting.filter(({ number }) => number > upTo)
    },
    refuse: (error) => {
      refusal = error
      for (const { reject } of waiting) reject(error)
      waiting = []
    },
  }
}

async function keepRunning(
  order: CheckpointOrder,
  wishes: Wishes,
  report: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  let reported: { readonly text: string; readonly at: number } | undefined
  while (!signal.aborted) {
    const error = await runOnce(order, wishes, signal)
    if (error === undefined || signal.aborted) return
    const text = String(error)
    if (reported?.text !== text || performance.now() - reported.at > REPORT_AGAIN_MS) {
      report(error)
      reported = { text, at: performance.now() }
    }
    // Woken early by a close, which the loop's condition then sees.
    await pause(RESTART_AFTER_MS, undefined, { signal }).catch(() => undefined)
  }
}

/** Runs the thread to its end; the error that ended it, or undefined when it was told to stop. */
function runOnce(workerData: CheckpointOrder, wishes: Wishes, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./checkpoint-thread.ts', import.meta.url), { workerData })
    let failure: unknown
    const stop = (): void => worker.postMessage('stop' satisfies CheckpointWish)
    signal.addEventListener('abort', stop)
    wishes.tell(worker)
    worker.on('message', (granted: number) => wishes.grant(granted))
    worker.on('error', (error) => {
      failure = error
    })
    worker.on('exit', () => {
      wishes.tell(undefined)
      signal.removeEventListener('abort', stop)
      resolve(failure)
    })
  })
}
