import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { databaseFile } from '../adapters/sqlite/database.ts'
import { type DatabaseCheck, ok, problem } from './check.ts'

/** How often a person hears that it still goes on. */
const SAY_EVERY_MS = 1000

/** Findings of a damaged database beyond these say nothing new. */
export const FINDINGS_MAX = 10

/**
 * Whether the database is sound: SQLite reads every page (`PRAGMA quick_check`), in a thread of its own, because
 * `node:sqlite` keeps its thread until it is done.
 */
export const integrity: DatabaseCheck = {
  id: 'integrity',
  examine: async ({ config, say }) => {
    const file = databaseFile(config.dataDir)
    const size = `${(statSync(file).size / 2 ** 20).toFixed(0)} MiB`
    const startedAt = performance.now()
    const seconds = (): string => ((performance.now() - startedAt) / 1000).toFixed(0)
    say(`integrity: reading ${size} ...`)
    const timer = setInterval(() => say(`integrity: reading ${size}, ${seconds()} s so far ...`), SAY_EVERY_MS)
    try {
      const findings = await quickCheck(file)
      if (findings.length === 0) return ok(`The database is sound (${size}, read in ${seconds()} s).`)
      return problem(
        `The database is damaged: ${findings.join('; ')}`,
        'Stop the server, keep a copy of the data folder, and restore a backup.',
      )
    } finally {
      clearInterval(timer)
    }
  },
}

function quickCheck(file: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./integrity-thread.ts', import.meta.url), { workerData: file })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
