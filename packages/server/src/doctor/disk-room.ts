import { existsSync, statfsSync, statSync } from 'node:fs'
import { databaseFile } from '../adapters/sqlite/database.ts'
import { type Check, type Diagnosis, ok, problem, warning } from './check.ts'

const MIB = 2 ** 20

/**
 * The server makes the log start over at 256 MiB; twice that says that something keeps it from doing so. Chosen by hand,
 * November 2026.
 */
const LOG_BYTES_MAX = 512 * MIB

/** Less room than this is soon used up: at 8 KiB an event it lasts for 13,000. Chosen by hand, November 2026. */
const FREE_BYTES_MIN = 100 * MIB

/** Less room than this should be known early: some 130,000 events. */
const FREE_BYTES_WARN = 1024 * MIB

/** The write-ahead log, and the room that is left for it and for the database. */
export const diskRoom: Check = {
  id: 'disk',
  examine: ({ config: { dataDir } }) => {
    if (!existsSync(dataDir)) return []
    const { bavail, bsize } = statfsSync(dataDir)
    const log = statSync(`${databaseFile(dataDir)}-wal`, { throwIfNoEntry: false })?.size ?? 0
    return [judgeRoom(bavail * bsize), judgeLog(log)]
  },
}

/** Judges the bytes that this user may still write. */
export function judgeRoom(bytes: number): Diagnosis {
  const found = `${mib(bytes)} are free on the disk of the data folder.`
  const advice = 'Make room, or move the data folder (TRACIO_DATA_DIR) while the server is stopped.'
  if (bytes < FREE_BYTES_MIN) return problem(found, advice)
  return bytes < FREE_BYTES_WARN ? warning(found, advice) : ok(found)
}

/** Judges the size of the write-ahead log. */
export function judgeLog(bytes: number): Diagnosis {
  const found = `The write-ahead log has ${mib(bytes)}.`
  if (bytes <= LOG_BYTES_MAX) return ok(found)
  return warning(found, 'Look for another program that keeps the database open; then restart the server.')
}

const mib = (bytes: number): string => `${Math.floor(bytes / MIB)} MiB`
