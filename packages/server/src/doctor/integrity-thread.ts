/** Runs in the doctor's thread: one check of the whole database, answered with what is wrong. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { FINDINGS_MAX } from './integrity.ts'

const db = new DatabaseSync(String(workerData), { readOnly: true })
const findings = db
  .prepare(`PRAGMA quick_check(${FINDINGS_MAX})`)
  .all()
  .map((row) => String(row['quick_check']))
db.close()
parentPort?.postMessage(findings.filter((finding) => finding !== 'ok'))
