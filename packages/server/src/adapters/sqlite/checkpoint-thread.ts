/** Runs in the checkpointer's thread: checkpoints, again and again, on a connection of its own. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

/** Often enough that little is left to move each time, seldom enough to cost nothing at rest. */
const EVERY_MS = 1000

/**
 * From this many pages on (256 MiB) the log is made to start over. Under steady load it would never do so by itself: a
 * passive checkpoint always finds newer pages behind it.
 */
const RESTART_FROM_PAGES = 65_536

/** A restart may have this many pages left to move; more are moved first, in so many passes at the most. */
const RESTART_BEHIND_PAGES = 100
const PASSES_MAX = 5

/** A restart waits for the writer and keeps it waiting, some 10 ms; it gives up rather than wait longer. */
const RESTART_WAIT_MS = 200

const db = new DatabaseSync(workerData.file)
db.exec(`PRAGMA busy_timeout = ${RESTART_WAIT_MS}`)
const passive = db.prepare('PRAGMA wal_checkpoint(PASSIVE)')
const restart = db.prepare('PRAGMA wal_checkpoint(RESTART)')

/** Moves what it can; passive never blocks a writer and never waits for one. The pages in the log. */
const checkpoint = (): number => Number(passive.get()?.['log'])

const timer = setInterval(() => {
  let pages = checkpoint()
  if (pages < RESTART_FROM_PAGES) return
  // Again for what came meanwhile, until so little is left that the writer waits only for the disk.
  for (let pass = 1; pass <= PASSES_MAX; pass++) {
    const before = pages
    pages = checkpoint()
    if (pages - before <= RESTART_BEHIND_PAGES) break
  }
  restart.get()
}, EVERY_MS)

parentPort?.once('message', () => {
  clearInterval(timer)
  db.close()
})
