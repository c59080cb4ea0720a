/** Runs in the checkpointer's thread: checkpoints, again and again, on a connection of its own. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { CheckpointOrder, CheckpointWish } from './checkpointer.ts'
import { PAGE_BYTES } from './database.ts'
import { cutLog, emptyLog, moveLog } from './empty-log.ts'
import { yieldToMainThread } from './yield-to-main-thread.ts'

/** A cut may have this many pages left to move; more are moved first, in so many passes at the most. */
const CUT_BEHIND_PAGES = 100
const PASSES_MAX = 5

/** A log that nobody writes to any more is cut from this size on: below, SQLite's own start over it costs as little. */
const IDLE_CUT_BYTES = 1024 * 1024

// `checkpointer.ts` sends these.
const { file, pace } = workerData as CheckpointOrder

yieldToMainThread()
const db = new DatabaseSync(file)

/** The pages that the log had when the thread last looked. */
let pagesBefore = 0

const timer = setInterval(() => {
  let log = moveLog(db)
  const idle = log.pages === pagesBefore && log.pages * PAGE_BYTES >= IDLE_CUT_BYTES
  pagesBefore = log.pages
  if (log.pages < pace.cutFromPages && !idle) return
  // Again for what came meanwhile, until so little is left that the writer waits only for the disk.
  for (let pass = 1; pass <= PASSES_MAX; pass++) {
    const before = log.pages
    log = moveLog(db)
    if (log.pages - before <= CUT_BEHIND_PAGES) break
  }
  cutLog(db)
}, pace.everyMs)

const stopped = new AbortController()
let wished = 0
let granted = 0
let emptying: Promise<void> | undefined

/** Grants every wish that came before a cut; those that come during one get another. */
async function grantWishes(): Promise<void> {
  while (granted < wished && !stopped.signal.aborted) {
    const upTo = wished
    await emptyLog(db, stopped.signal)
    granted = upTo
    parentPort?.postMessage(granted)
  }
}

parentPort?.on('message', async (wish: CheckpointWish) => {
  if (wish === 'stop') {
    clearInterval(timer)
    parentPort?.close()
    stopped.abort()
    // The waiting ended by the stop, not by a failure: whoever had a wish is told by `checkpointer.ts`.
    await emptying?.catch(() => undefined)
    db.close()
    return
  }
  wished = wish.emptyLog
  emptying ??= grantWishes().finally(() => {
    emptying = undefined
  })
})
