import type { Ledger } from './ports/ledger.ts'
import { StorageFailure } from './ports/storage-failure.ts'
import type { StorageRoom } from './storage-room.ts'

/** A ledger that is not written while the disk lacks its reserve, and whose failed writes are noticed. */
export function ledgerWithRoom(ledger: Ledger, room: Pick<StorageRoom, 'lacksReserve' | 'failed'>): Ledger {
  async function guarded<T>(write: () => Promise<T>): Promise<T> {
    if (room.lacksReserve()) throw new StorageFailure('full')
    try {
      return await write()
    } catch (error) {
      if (error instanceof StorageFailure) room.failed(error)
      throw error
    }
  }

  return {
    ...ledger,
    append: (entry) => guarded(() => ledger.append(entry)),
    amend: (...amendment) => guarded(() => ledger.amend(...amendment)),
  }
}
