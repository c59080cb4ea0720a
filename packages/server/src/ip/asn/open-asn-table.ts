import { runThread } from '../run-thread.ts'
import { type AsnPackage, findAsnPackage } from './asn-package.ts'
import { type AsnTable, type CompiledAsnTable, createAsnTable } from './asn-table.ts'
import { readAsnTable } from './asn-table-file.ts'

/** The database of networks, or a sentence that says why there is none. */
export type AsnOutcome =
  | {
      readonly table: AsnTable
      readonly from: AsnPackage
      /** Why the compiled table could not be kept for the next start; absent: it is kept. */
      readonly notKept?: string
    }
  | {
      readonly missing: string
      /** The operator does without; absent: it should be there. */
      readonly isOff?: boolean
    }

/** What the thread is told. */
export interface AsnOrder {
  readonly from: AsnPackage
  readonly cacheFile: string
}

/** What it answers. */
export interface AsnAnswer {
  readonly compiled: CompiledAsnTable
  readonly notKept?: string
}

/** What to say where there is no database to open. */
export const NO_PACKAGE = 'The package @ip-location-db/asn is not installed: run npm install.'

/** 515,000 rows take 1 to 3 s on a machine of two cores (November 2026). */
const COMPILE_MS_MAX = 120_000

/**
 * Opens the database of networks: from the file that an earlier start has left, or else from the installed package, in a
 * thread, which leaves that file. A package that is missing or cannot be read breaks nothing.
 */
export async function openAsnTable(cacheFile: string, from: AsnPackage | null = findAsnPackage()): Promise<AsnOutcome> {
  if (!from) return { missing: NO_PACKAGE }
  try {
    // What cannot be read is compiled anew; writing it then says what is wrong.
    const kept = await readAsnTable(cacheFile, from.version).catch(() => undefined)
    if (kept) return { table: createAsnTable(kept), from }
    const order: AsnOrder = { from, cacheFile }
    const answer = await runThread(new URL('./compile-asn-thread.ts', import.meta.url), order, COMPILE_MS_MAX)
    // `compile-asn-thread.ts` answers with nothing else.
    const { compiled, notKept } = answer as AsnAnswer
    return { table: createAsnTable(compiled), from, ...(notKept === undefined ? {} : { notKept }) }
  } catch (error) {
    return { missing: `The package @ip-location-db/asn could not be read: ${messageOf(error)}` }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
