import type { Appended, Ledger, LedgerEntry } from './ports/ledger.ts'
import { StorageFailure } from './ports/storage-failure.ts'

/** What becomes of an event that cannot be stored: refused, or answered without being kept. */
export type WhenFull = 'refuse' | 'identify'

/** `unstored`: the store cannot be written, and the operator wants answers rather than refusals. */
export type Kept = Appended | 'unstored'

/** What keeping needs of the server. */
export interface KeepDeps {
  readonly ledger: Pick<Ledger, 'append'>
  readonly whenFull: WhenFull
}

/** Appends an entry. Throws a `StorageFailure` where events that cannot be stored are refused. */
export async function keep(entry: LedgerEntry, { ledger, whenFull }: KeepDeps): Promise<Kept> {
  try {
    return await ledger.append(entry)
  } catch (error) {
    if (error instanceof StorageFailure && whenFull === 'identify') return 'unstored'
    throw error
  }
}
