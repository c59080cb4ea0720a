import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FeedState, newFeedState, parseFeedState } from './feed-state.ts'
import { writeWhole } from './write-whole.ts'

/** What lies of feeds under the data folder: for each a state, and the versions that it names, by their hashes. */
export interface FeedFolder {
  /** A new state where there is none that can be read. */
  readState(id: string): Promise<FeedState>
  /** Writes it as a whole, then removes the versions that it does not name. */
  writeState(id: string, state: FeedState): Promise<void>
  /** Undefined: it is missing, or damaged. */
  readVersion(id: string, sha256: string): Promise<Uint8Array | undefined>
  /** Gives the hash. */
  writeVersion(id: string, bytes: Uint8Array): Promise<string>
  /** Changes whenever the state is written; undefined: there is none. */
  stamp(id: string): Promise<string | undefined>
  /** Removes everything of a feed. */
  remove(id: string): Promise<void>
  /** Removes everything of feeds that are not named. */
  keepOnly(ids: readonly string[]): Promise<void>
  /** Keeps other processes from the feed until it is called; undefined: one of them is at it. */
  lock(id: string, now: number): Promise<(() => Promise<void>) | undefined>
}

/** No update takes longer: a fetch ends after two minutes, its inspection within one. Older locks are of the dead. */
const LOCK_MS_MAX = 10 * 60_000

const FEED_ID = /^[a-z0-9_]{1,64}$/

/** The hash that names a version. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function createFeedFolder(dataDir: string): FeedFolder {
  const folder = join(dataDir, 'feeds')
  const stateFile = (id: string): string => join(folder, id, 'state.json')
  const versionFile = (id: string, sha256: string): string => join(folder, id, `${sha256}.list`)

  /** Also what a process that was killed in the middle of writing has left. */
  async function removeAllBut(id: string, kept: readonly (string | undefined)[]): Promise<void> {
    const names = new Set(['state.json', 'lock', ...kept.map((sha256) => `${sha256}.list`)])
    for (const name of await readdir(join(folder, id))) {
      if (!names.has(name)) await rm(join(folder, id, name), { force: true })
    }
  }

  return {
    readState: async (id) => {
      const json = await ifThere(readFile(stateFile(id), 'utf8'))
      return (json === undefined ? undefined : parseFeedState(json)) ?? newFeedState
    },
    writeState: async (id, state) => {
      await writeWhole(stateFile(id), `${JSON.stringify(state, null, 2)}\n`)
      await removeAllBut(id, [state.current?.sha256, state.previous?.sha256, state.held?.sha256])
    },
    readVersion: async (id, sha256) => {
      const bytes = await ifThere(readFile(versionFile(id, sha256)))
      return bytes !== undefined && sha256Of(bytes) === sha256 ? bytes : undefined
    },
    writeVersion: async (id, bytes) => {
      const sha256 = sha256Of(bytes)
      await writeWhole(versionFile(id, sha256), bytes)
      return sha256
    },
    stamp: async (id) => {
      const found = await ifThere(stat(stateFile(id)))
      return found === undefined ? undefined : `${found.mtimeMs}-${found.ino}`
    },
    remove: (id) => rm(join(folder, id), { recursive: true, force: true }),
    keepOnly: async (ids) => {
      for (const name of (await ifThere(readdir(folder))) ?? []) {
        if (FEED_ID.test(name) && !ids.includes(name)) await rm(join(folder, name), { recursive: true, force: true })
      }
    },
    lock: async (id, now) => {
      const file = join(folder, id, 'lock')
      await mkdir(join(folder, id), { recursive: true, mode: 0o700 })
      if (await isOfTheDead(file, now)) await rm(file, { force: true })
      try {
        await writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 })
      } catch (error) {
        if (hasCode(error, 'EEXIST')) return
        throw error
      }
      return () => rm(file, { force: true })
    },
  }
}

/** Whether a lock was left by a process that ended in the middle. */
async function isOfTheDead(file: string, now: number): Promise<boolean> {
  const found = await ifThere(stat(file))
  if (found === undefined) return false
  const pid = Number((await ifThere(readFile(file, 'utf8'))) ?? 0)
  return now - found.mtimeMs > LOCK_MS_MAX || (Number.isSafeInteger(pid) && pid > 0 && !isAlive(pid))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
