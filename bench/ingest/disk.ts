import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** What lies on the disk after a run. */
export interface DiskUse {
  readonly events: number
  readonly bytesPerEvent: number
  /** Mean payload bytes of each kind, without the store's own overhead. */
  readonly readingsBytes: number
  readonly eventBytes: number
  readonly observationsBytes: number
  /** Visitor id by request id. */
  readonly visitorOf: ReadonlyMap<string, string>
}

/** Reads the database of a server that has stopped. */
export function readDisk(file: string): DiskUse {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const mean = (sql: string): number => Number(db.prepare(sql).get()?.['mean'])
  const rows = db
    .prepare(
      "SELECT request_id, event ->> '$.identification.visitorId' AS visitor FROM events JOIN event_bodies USING (number)",
    )
    .all()
  const use = {
    events: rows.length,
    bytesPerEvent: statSync(file).size / rows.length,
    readingsBytes: mean('SELECT avg(length(readings)) AS mean FROM event_bodies'),
    eventBytes: mean('SELECT avg(octet_length(event)) AS mean FROM event_bodies'),
    observationsBytes: mean('SELECT avg(octet_length(observations)) AS mean FROM event_bodies'),
    visitorOf: new Map(rows.map((row) => [String(row['request_id']), String(row['visitor'])])),
  }
  db.close()
  return use
}
