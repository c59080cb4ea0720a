import { stat } from 'node:fs/promises'
import { type GeoDatabase, type OpenedFile, openDatabase, stampOf } from './database.ts'
import { whyUnusable } from './why-unusable.ts'

/** The databases in use, and what keeps them up to date. */
export interface GeoDatabases {
  /** As they are at the moment; the same list until one has changed. */
  readonly current: () => readonly GeoDatabase[]
  /** Why a file that has changed was not taken, by the database that is used in its place. */
  readonly problemOf: (database: GeoDatabase) => string | null
  /** Takes over files that have changed. Never throws: the last good ones are kept. */
  readonly refresh: () => Promise<void>
}

interface HeldFile extends OpenedFile {
  /** Of the file as it is now, when it is not the one in use. */
  readonly refused?: { readonly stamp: string; readonly why: string }
}

/** Holds opened files, and opens them again when they change. `report` gets a sentence when one does. */
export function holdDatabases(opened: readonly OpenedFile[], report: (message: string) => void): GeoDatabases {
  let held: readonly HeldFile[] = opened
  let current = opened.map(({ database }) => database)

  return {
    current: () => current,
    problemOf: (database) => held.find((one) => one.database === database)?.refused?.why ?? null,
    refresh: async () => {
      // One after the other: two large files at once would need room for four.
      for (const file of held) {
        const renewed = await renew(file, report)
        if (renewed === file) continue
        held = held.map((one) => (one.path === file.path ? renewed : one))
        current = held.map(({ database }) => database)
      }
    },
  }
}

async function renew(file: HeldFile, report: (message: string) => void): Promise<HeldFile> {
  let stamp = 'gone'
  try {
    stamp = stampOf(await stat(file.path))
    if (stamp === file.stamp || stamp === file.refused?.stamp) return backToGood(file, stamp)
    const renewed = await openDatabase(file.path)
    report(`The database ${renewed.database.fileName} has changed and was opened again.`)
    return renewed
  } catch (error) {
    if (stamp === file.refused?.stamp) return file
    const why = whyUnusable(error)
    report(`The database ${file.database.fileName} has changed and is not used, because ${why}; the one before stays.`)
    return { ...file, refused: { stamp, why } }
  }
}

/** A file that is again as it was when it was opened has no problem any more. */
function backToGood(file: HeldFile, stamp: string): HeldFile {
  if (stamp !== file.stamp || file.refused === undefined) return file
  const { path, database } = file
  return { path, database, stamp }
}
