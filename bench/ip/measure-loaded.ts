import { fork } from 'node:child_process'
import { join } from 'node:path'
import { withoutDriverFlags } from '../ingest/driver-flags.ts'
import type { CallTimes } from './time-each.ts'

/** What the process is told. */
export interface LoadOrder {
  /** IPv4 ranges; there are IPv6 ranges besides. */
  readonly ranges: number
  /** How many random addresses are looked up. */
  readonly addresses: number
  /** Where the compiled database of networks is, or is left. */
  readonly cacheFile: string
  readonly seed: number
}

/** What it measured. Its times are those of all facts of one address, from its text. */
export interface LoadedFigures extends CallTimes {
  readonly listedShare: number
  readonly placedShare: number
  /** Resident memory more than before anything was loaded. */
  readonly addedBytes: number
  /** The same right after a compile, before the thread's memory has gone back. */
  readonly addedAtOnceBytes: number
  readonly rangeSetBytes: number
  readonly networkBytes: number
  readonly segments: number
  readonly sourceSets: number
  /** From the call to the range set, in the thread. */
  readonly compileMs: number
  /** The longest that the main thread could not answer meanwhile. */
  readonly longestPauseMs: number
  /** To open the database of networks. */
  readonly openMs: number
}

/** Measures in a process of its own, which has nothing else in its memory. */
export function measureLoaded(order: LoadOrder): Promise<LoadedFigures> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'loaded-process.ts'), [JSON.stringify(order)], {
      execArgv: [...withoutDriverFlags(process.execArgv), '--expose-gc'],
    })
    // `loaded-process.ts` sends nothing else.
    child.once('message', (figures) => resolve(figures as LoadedFigures))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The process that measures itself ended with ${code}.`)))
  })
}
