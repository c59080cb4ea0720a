import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Address } from '../parse-address.ts'
import { createMemo } from './memo.ts'
import { type Mmdb, type MmdbRecord, openMmdb } from './mmdb.ts'
import { type RecordedHit, readAnonymity } from './read-anonymity.ts'
import { type RecordedNetwork, readNetwork } from './read-network.ts'
import { type RecordedPlace, readPlace } from './read-place.ts'
import { type GeoContent, type GeoSchema, schemaOf, unnamedSchema } from './schemas.ts'

/** Everything a record says, in our own words. */
export interface RecordedFacts extends RecordedNetwork {
  readonly place: RecordedPlace | undefined
  readonly hits: readonly RecordedHit[]
}

/** A file whose schema is known. */
export interface GeoDatabase extends Pick<Mmdb, 'type' | 'builtAt'> {
  /** Its name, without the folders that lead to it. */
  readonly fileName: string
  readonly schema: GeoSchema
  /** Undefined: no record, or a broken one. */
  readonly lookUp: (address: Address) => Found | undefined
}

/** What a database knows of an address. */
export interface Found {
  readonly facts: RecordedFacts
  /** Of the network that this is said of, in bits of the address's own family. */
  readonly prefixLength: number
}

/** What Node reads at once, less a byte; the largest known databases have half of it (November 2026). */
const FILE_BYTES_MAX = 2 ** 31 - 2

/**
 * Records are put into our words once, then kept, some 7 MB a file: hot networks are always among them. A random IPv4
 * address of the internet takes 3.2 µs in the mean with this many, 3.4 with half and 2.5 with twice as many, and one that is
 * remembered 0.7 (DB-IP's cities, two cores, November 2026).
 */
const RECORDS_KEPT = 32_768

/** Enough for every vendor's; the file may write anything. */
const TYPE_CHARS_SHOWN = 80

const NO_NETWORK: RecordedNetwork = { network: null, isp: null, organization: null, connectionType: null }

/** A record that tells nothing, so that a broken one is not read again with every request. */
const NOTHING: RecordedFacts = { ...NO_NETWORK, place: undefined, hits: [] }

/** A file as it was when it was opened. */
export interface OpenedFile {
  readonly path: string
  readonly database: GeoDatabase
  /** When it was changed last, and its size: what to compare with later. */
  readonly stamp: string
}

/** Opens a file and finds out its schema. Throws, in words that go after "because", when that cannot be done. */
export async function openDatabase(path: string): Promise<OpenedFile> {
  const file = await open(path)
  try {
    const { size, mtimeMs } = await file.stat()
    if (size > FILE_BYTES_MAX) throw new Error(`it is larger than ${FILE_BYTES_MAX} bytes`)
    const bytes = await file.readFile()
    return { path, database: databaseOf(openMmdb(bytes), basename(path)), stamp: stampOf({ size, mtimeMs }) }
  } finally {
    await file.close()
  }
}

/** Changes when the file does. */
export const stampOf = ({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string =>
  `${mtimeMs} ${size}`

function databaseOf(mmdb: Mmdb, fileName: string): GeoDatabase {
  const { type, builtAt, find } = mmdb
  const schema = detectSchema(mmdb, fileName)
  const source = `${schema.name} ${new Date(builtAt).toISOString().slice(0, 10)}`
  const known = createMemo<number, RecordedFacts>(RECORDS_KEPT)

  function factsOf(record: number, address: Address): RecordedFacts {
    const remembered = known.get(record)
    if (remembered !== undefined) return remembered
    const read = mmdb.read(address)
    const facts = read === undefined ? NOTHING : factsIn(read, schema, source)
    known.set(record, facts)
    return facts
  }

  return {
    type: type.slice(0, TYPE_CHARS_SHOWN),
    builtAt,
    fileName,
    schema,
    lookUp: (address) => {
      const leaf = find(address)
      if (leaf === undefined) return
      const facts = factsOf(leaf.record, address)
      return facts === NOTHING ? undefined : { facts, prefixLength: leaf.prefixLength }
    },
  }
}

/** Reads only what the schema gives: a record is read at the moment of a request, and fields that are not there cost too. */
function factsIn(record: MmdbRecord, { gives, listsResidentialProxies }: GeoSchema, source: string): RecordedFacts {
  const hasAny = (...contents: readonly GeoContent[]): boolean => contents.some((content) => gives.includes(content))
  return {
    ...(hasAny('network', 'isp', 'connection') ? readNetwork(record) : NO_NETWORK),
    place: hasAny('city', 'country') ? readPlace(record, source) : undefined,
    hits: hasAny('anonymity') ? readAnonymity(record, listsResidentialProxies === true) : [],
  }
}

/** By the type that the file names; of a type that nobody knows, by the fields that its records have. */
function detectSchema(mmdb: Mmdb, fileName: string): GeoSchema {
  const records = mmdb.sample()
  const known = schemaOf(mmdb.type, fileName)
  // The first records of a list of suspects may well be cleared ones: those have nothing to be known by.
  if (known?.gives.every((content) => content === 'anonymity') && records.length > 0) return known
  const gives = contentsOf(records)
  if (gives.length > 0) return known ?? unnamedSchema(mmdb.type, gives)
  const type = JSON.stringify(mmdb.type.slice(0, TYPE_CHARS_SHOWN))
  throw new Error(`it calls itself ${type}, and its records have no field that is read here`)
}

function contentsOf(records: readonly MmdbRecord[]): readonly GeoContent[] {
  const found = new Set<GeoContent>()
  for (const record of records) {
    const place = readPlace(record, '')
    if (place !== undefined) found.add(place.facts.latitude === null ? 'country' : 'city')
    const { network, isp, organization, connectionType } = readNetwork(record)
    if (network !== null) found.add('network')
    if (isp !== null || organization !== null) found.add('isp')
    if (connectionType !== null) found.add('connection')
    if (readAnonymity(record, false).length > 0) found.add('anonymity')
  }
  if (found.has('city')) found.delete('country')
  return [...found]
}
