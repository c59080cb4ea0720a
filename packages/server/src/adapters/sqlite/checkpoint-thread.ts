/** Runs in the checkpointer's thread: checkpoints, again and again, on a connection of its own. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { CheckpointOrder, CheckpointWish } from './checkpointer.ts'
import { emptyLog } from './empty-log.ts'

/** A restart may have this many pages left to move; more are moved first, in so many passes at the most. */
const RESTART_BEHIND_PAGES = 100
const PASSES_MAX = 5

/** A restart waits for the writer and keeps it waiting, some 10 ms; it gives up rather than wait longer. */
const RESTART_WAIT_MS = 200

// `checkpointer.ts` sends these.
const { file, pace } = workerData as CheckpointOrder

const db = new DatabaseSync(file)
db.exec(`PRAGMA busy_timeout = ${RESTART_WAIT_MS}`)
const passive = db.prepare('PRAGMA wal_checkpoint(PASSIVE)')
const restart = db.prepare('PRAGMA wal_checkpoint(RESTART)')

/** Moves what it can; passive never blocks a writer and never waits for one. The pages in the log, and those moved. */
function checkpoint(): { readonly pages: number; readonly moved: number } {
  const { log, checkpointed } = { ...passive.get() }
  return { pages: Number(log), moved: Number(checkpointed) }
}

const timer = setInterval(() => {
  let log = checkpoint()
  if (log.pages < pace.restartFromPages) return
  // Again for what came meanwhile, until so little is left that the writer waits only for the disk.
  for (let pass = 1; pass <= PASSES_MAX; pass++) {
    const before = log.pages
    log = checkpoint()
    if (log.pages - before <= RESTART_BEHIND_PAGES) break
  }
  // A reader of an older state holds pages back: a restart would fail, and keep the writer waiting for nothing.
  if (log.moved === log.pages) restart.get()
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
