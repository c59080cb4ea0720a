import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type MmdbContent, writeMmdb } from './write-mmdb.ts'

/** A folder for databases, gone after the test. */
export interface GeoFolder {
  /** Writes a database, or whatever bytes, and gives its path. Every writing has a later date. */
  readonly put: (name: string, content: MmdbContent | Buffer) => Promise<string>
  readonly path: (name: string) => string
}

/** Makes the folder. File systems keep dates too coarsely for two writings in a row, so these set them. */
export async function geoFolder(): Promise<GeoFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'tracio-geo-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = (name: string): string => join(folder, name)
  let writtenAtS = 1_790_000_000
  return {
    path,
    put: async (name, content) => {
      await writeFile(path(name), Buffer.isBuffer(content) ? content : writeMmdb(content))
      writtenAtS += 1
      await utimes(path(name), writtenAtS, writtenAtS)
      return path(name)
    },
  }
}
