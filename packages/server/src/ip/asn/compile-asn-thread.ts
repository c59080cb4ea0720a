/** Runs in a thread of its own: compiles the database of networks, keeps it in a file, and hands the arrays over. */
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { yieldToMainThread } from '../../adapters/sqlite/yield-to-main-thread.ts'
import { asnArraysOf } from './asn-table.ts'
import { writeAsnTable } from './asn-table-file.ts'
import { compileAsnTable } from './compile-asn-table.ts'
import type { AsnAnswer, AsnOrder } from './open-asn-table.ts'

yieldToMainThread()
// `open-asn-table.ts` sends these.
const { from, cacheFile } = workerData as AsnOrder
const compiled = compileAsnTable(readFileSync(from.ipv4Csv, 'utf8'), readFileSync(from.ipv6Csv, 'utf8'))
let notKept: string | undefined
try {
  await writeAsnTable(cacheFile, from.version, compiled)
} catch (error) {
  // The next start compiles again; this one has what it needs.
  notKept = String(error)
}
const answer: AsnAnswer = { compiled, ...(notKept === undefined ? {} : { notKept }) }
parentPort?.postMessage(answer, [...new Set(asnArraysOf(compiled).map(({ buffer }) => buffer))])
