/** Runs in the checkpointer's thread: a passive checkpoint, again and again, on a connection of its own. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

/** Often enough that the log stays at some megabytes under load, seldom enough to cost nothing at rest. */
const EVERY_MS = 500

const db = new DatabaseSync(workerData.file)
db.exec('PRAGMA busy_timeout = 0')
// Passive never blocks a writer and never waits for one: what it cannot move now, it moves next time.
const timer = setInterval(() => db.exec('PRAGMA wal_checkpoint(PASSIVE)'), EVERY_MS)

parentPort?.once('message', () => {
  clearInterval(timer)
  db.close()
})
