/** Runs in a thread of its own: compiles the lists that `compile.ts` sends, and hands the arrays back. */
import { parentPort, workerData } from 'node:worker_threads'
import { yieldToMainThread } from '../../adapters/sqlite/yield-to-main-thread.ts'
import type { CompileOrder } from './compile.ts'
import { compileRanges } from './compile-ranges.ts'
import { arraysOf } from './range-set.ts'

yieldToMainThread()
// `compile.ts` sends these.
const { lists, exceptions } = workerData as CompileOrder
const compiled = compileRanges(lists, exceptions)
const buffers = new Set(arraysOf(compiled).map(({ buffer }) => buffer))
parentPort?.postMessage(compiled, [...buffers])
