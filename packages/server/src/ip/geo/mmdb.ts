import type { EpochMs } from '@tracio/contract'
import { Reader, type Response } from 'mmdb-lib'
import type { Address } from '../parse-address.ts'
import { createMemo } from './memo.ts'
import { type Leaf, openSearchTree, type TreeShape } from './search-tree.ts'

/** A record as it lies in the file; nothing is known of the values. */
export type MmdbRecord = Readonly<Record<string, unknown>>

/** A file in MaxMind's database format. */
export interface Mmdb {
  /** What the vendor calls its schema. */
  readonly type: string
  readonly builtAt: EpochMs
  /** Where an address's record is; undefined: it has none. */
  readonly find: (address: Address) => Leaf | undefined
  /** Decodes the record of an address. Undefined: it has none, or a broken one. */
  readonly read: (address: Address) => MmdbRecord | undefined
  /** Some records, to see what they hold. */
  readonly sample: () => readonly MmdbRecord[]
}

/** Sixteen zero bytes between the tree and the records, by the format's specification. */
const SEPARATOR_BYTES = 16

/** Enough to see each kind of record; the first of MaxMind's test databases are empty. */
const SAMPLE_RECORDS = 64

/** Names of countries and cities are stored once and pointed at: this many decoded ones are kept, some MB at most. */
const PARTS_KEPT = 2048

/** A date beyond is none: the largest that the format can hold overflows every calendar. */
const BUILT_AT_MAX_MS = Date.UTC(2200, 0)

/** Opens the bytes of an mmdb file. Throws, in words that go after "because", when they are none or are broken. */
export function openMmdb(bytes: Buffer): Mmdb {
  const reader = readerOf(bytes)
  const { databaseType: type, buildEpoch, searchTreeSize } = reader.metadata
  const shape = shapeOf(reader.metadata)
  if (shape === undefined || typeof type !== 'string') throw new Error('its metadata are not those of an mmdb file')
  if (searchTreeSize + SEPARATOR_BYTES > bytes.length) throw new Error('it is shorter than its metadata say')
  const builtAt = buildEpoch.getTime()
  if (!(builtAt >= 0 && builtAt <= BUILT_AT_MAX_MS)) throw new Error('its date of build is none')
  const { find, firstAddresses } = openSearchTree(bytes, shape)
  const read = (address: Address): MmdbRecord | undefined => {
    try {
      return mapOf(reader.get(spelled(address)))
    } catch (error) {
      // A wrong offset, an unknown type or a map within itself: one broken record says nothing about the others.
      if (error instanceof Error) return undefined
      throw error
    }
  }
  const sample = () =>
    firstAddresses(SAMPLE_RECORDS)
      .map(read)
      .filter((record) => record !== undefined)
  return { type, builtAt: builtAt as EpochMs, find, read, sample }
}

function readerOf(bytes: Buffer): Reader<Response> {
  try {
    return new Reader(bytes, { cache: createMemo<string | number, unknown>(PARTS_KEPT) })
  } catch (error) {
    throw new Error('it is no mmdb file, or a part of it is missing', { cause: error })
  }
}

function shapeOf({ nodeCount, recordSize, ipVersion }: Reader<Response>['metadata']): TreeShape | undefined {
  if (!Number.isSafeInteger(nodeCount) || nodeCount < 1) return
  if (recordSize !== 24 && recordSize !== 28 && recordSize !== 32) return
  if (ipVersion !== 4 && ipVersion !== 6) return
  return { nodeCount, recordSize, ipVersion }
}

/** Vendors' records are maps; anything else is of no use. */
function mapOf(value: unknown): MmdbRecord | undefined {
  // An object that is no array has properties that can be asked for by name, whatever their values are.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as MmdbRecord) : undefined
}

/** In the spelling that mmdb-lib reads. */
function spelled(address: Address): string {
  if (address.version === 4) return [24, 16, 8, 0].map((shift) => (address.word >>> shift) & 0xff).join('.')
  return address.words.flatMap((word) => [(word >>> 16).toString(16), (word & 0xffff).toString(16)]).join(':')
}
