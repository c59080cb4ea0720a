/** Runs in a thread of its own: compiles the lists that `compile.ts` sends, and hands the arrays back. */
import { parentPort, workerData } from 'node:worker_threads'
import { yieldToMainThread } from '../../adapters/sqlite/yield-to-main-thread.ts'
import type { CompileOrder } from './compile.ts'
import { type TurnTimes, takeTurns } from './turns.ts'

/**
 * With them a compile of 1.2 million ranges takes 3.5 s and not 1.2, and visits at half load on two cores a p99 of 1.2 times
 * that without a compile, and not 4 times (November 2026). Nobody waits for a list, which is hours old when it comes.
 */
const TURNS: TurnTimes = { workMs: 0.5, restMs: 1.5, restMsMax: 2500 }

yieldToMainThread()
// Loading these takes longer than all before.
const [{ compileRanges }, { arraysOf }] = await Promise.all([import('./compile-ranges.ts'), import('./range-set.ts')])
// `compile.ts` sends these.
const { lists, exceptions } = workerData as CompileOrder
const compiled = compileRanges(lists, exceptions, { turns: takeTurns(TURNS) })
const buffers = new Set(arraysOf(compiled).map(({ buffer }) => buffer))
parentPort?.postMessage(compiled, [...buffers])
