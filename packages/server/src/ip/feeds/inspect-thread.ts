/** Runs in a thread of its own: inspects the list that `inspect-in-thread.ts` sends, and hands the ranges back. */
import { parentPort, workerData } from 'node:worker_threads'
import { yieldToMainThread } from '../../adapters/sqlite/yield-to-main-thread.ts'
import { type InspectJob, inspectList } from './inspect-list.ts'

yieldToMainThread()
// `inspect-in-thread.ts` sends nothing else.
const inspection = inspectList(workerData as InspectJob)
const ranges = 'parts' in inspection ? inspection.parts.map((part) => part.ranges) : []
parentPort?.postMessage(inspection, [...new Set(ranges.flatMap(({ v4, v6 }) => [v4.buffer, v6.buffer]))])
