import { statSync } from 'node:fs'
import { Gauge, type Registry } from 'prom-client'
import type { StorageRoom } from '../storage-room.ts'

/** Where the figures of the store come from. */
export interface StorageFigures {
  /** The embedded database; its log lies beside it. */
  readonly file: string
  readonly room: Pick<StorageRoom, 'condition' | 'freeBytes'>
}

/** Sizes, free space and whether the store can be written, read when somebody asks. */
export function collectStorage(registry: Registry, { file, room }: StorageFigures): void {
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  }
  gauge('tracio_database_bytes', 'Size of the embedded database.', () => sizeOf(file))
  gauge('tracio_wal_bytes', 'Size of its write-ahead log.', () => sizeOf(`${file}-wal`))
  gauge('tracio_disk_free_bytes', 'Room for us on its disk; NaN where the system does not say.', () => {
    return room.freeBytes() ?? Number.NaN
  })
  gauge('tracio_storage_degraded', '1 while the store cannot be written, else 0.', () =>
    room.condition() === 'fine' ? 0 : 1,
  )
}

/** 0 for a file that is not there: the log goes away when the database is closed. */
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
