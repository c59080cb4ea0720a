import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EpochMs } from '@tracio/contract'
import type { LoadedFeed } from './assemble-lists.ts'
import type { FeedGates } from './feed.ts'
import type { FeedProblem } from './feed-problem.ts'
import type { Inspect } from './load-version.ts'

/** Lists that the operator keeps by hand. */
export const operatorListKinds = ['allow', 'block', 'office'] as const
export type OperatorListKind = (typeof operatorListKinds)[number]

/** Where each lies. */
export type OperatorListFiles = Readonly<Record<OperatorListKind, string>>

/** How a list stands. Without a file there is no status: nobody wants the list. */
export interface OperatorListStatus {
  readonly id: string
  readonly kind: OperatorListKind
  readonly entries: number | null
  readonly rejected: number | null
  readonly rejectedExamples: readonly string[]
  /** When the version in use was written. */
  readonly asOf: EpochMs | null
  /** Why the file as it is now is not used; null: it is. */
  readonly problem: FeedProblem | null
}

/** The lists, read again whenever their files change. */
export interface OperatorLists {
  /** Looks at the files. */
  refresh(): Promise<void>
  loaded(): readonly (LoadedFeed & { readonly version: string })[]
  statuses(): readonly OperatorListStatus[]
}

/** A person keeps these by hand: a million entries would be 16 MB. Chosen by hand, November 2026. */
const BYTES_MAX = 16 * 1024 * 1024

/** An empty list is a wish too. Own networks are private ones as often as not. */
const GATES: FeedGates = { entries: [0, 1_000_000], strays: 'refuse', changeMax: null }

const NO_FILE: FeedProblem = { code: 'disk_failed', message: 'The file cannot be read.' }

interface Held {
  readonly stamp: string
  readonly status: OperatorListStatus
  readonly list: (LoadedFeed & { readonly version: string }) | undefined
}

/** Where the lists lie unless a setting says otherwise. */
export const defaultListFile = (dataDir: string, kind: OperatorListKind): string =>
  join(dataDir, 'lists', `${kind}.txt`)

export function createOperatorLists(files: OperatorListFiles, inspect: Inspect): OperatorLists {
  const held = new Map<OperatorListKind, Held>()

  async function read(kind: OperatorListKind, stamp: string, writtenAt: number): Promise<Held> {
    const before = held.get(kind)
    const id = `operator_${kind}`
    const kept = (problem: FeedProblem): Held => ({
      stamp,
      status: { ...(before?.status ?? emptyStatus(id, kind)), problem },
      list: before?.list,
    })
    const bytes = await readWithin(files[kind])
    if (!(bytes instanceof Uint8Array)) return kept(bytes)
    const inspection = await inspect({
      bytes,
      parser: 'plain',
      options: { unpackedBytesMax: BYTES_MAX },
      gates: GATES,
      accuses: false,
      previous: null,
      specialSpaceAllowed: true,
    })
    if ('problem' in inspection) return kept(inspection.problem)
    const { entries, rejected, rejectedExamples } = inspection.figures
    // A file's time is milliseconds since 1970 with a fraction.
    const asOf = Math.round(writtenAt) as EpochMs
    return {
      stamp,
      status: { id, kind, entries, rejected, rejectedExamples, asOf, problem: null },
      list: { feed: { id, kind }, parts: inspection.parts, version: stamp },
    }
  }

  async function refreshOne(kind: OperatorListKind): Promise<void> {
    const found = await stat(files[kind]).catch(() => undefined)
    if (found === undefined) {
      held.delete(kind)
      return
    }
    const stamp = `${found.mtimeMs}-${found.size}-${found.ino}`
    if (held.get(kind)?.stamp !== stamp) held.set(kind, await read(kind, stamp, found.mtimeMs))
  }

  return {
    refresh: async () => {
      for (const kind of operatorListKinds) await refreshOne(kind)
    },
    loaded: () => [...held.values()].flatMap(({ list }) => list ?? []),
    statuses: () => [...held.values()].map(({ status }) => status),
  }
}

async function readWithin(file: string): Promise<Uint8Array | FeedProblem> {
  try {
    if ((await stat(file)).size > BYTES_MAX) {
      return { code: 'too_big', message: `The file has more than ${BYTES_MAX} bytes.` }
    }
    return await readFile(file)
  } catch {
    return NO_FILE
  }
}

const emptyStatus = (id: string, kind: OperatorListKind): OperatorListStatus => ({
  id,
  kind,
  entries: null,
  rejected: null,
  rejectedExamples: [],
  asOf: null,
  problem: null,
})
