/** Runs in the checkpointer's thread: checkpoints, again and again, on a connection of its own. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { CheckpointOrder } from './checkpointer.ts'

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

/** Moves what it can; passive never blocks a writer and never waits for one. The pages in the log. */
const checkpoint = (): number => Number(passive.get()?.['log'])

const timer = setInterval(() => {
  let pages = checkpoint()
  if (pages < pace.restartFromPages) return
  // Again for what came meanwhile, until so little is left that the writer waits only for the disk.
  for (let pass = 1; pass <= PASSES_MAX; pass++) {
    const before = pages
    pages = checkpoint()
    if (pages - before <= RESTART_BEHIND_PAGES) break
  }
  restart.get()
}, pace.everyMs)

parentPort?.once('message', () => {
  clearInterval(timer)
  db.close()
})
