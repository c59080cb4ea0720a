import { createHash, hash, randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pagedBytes } from './paged-arrays.ts'

/** Arrays of numbers with what a program must know of them, as one file holds them. */
export interface TableFile {
  /** Plain data for JSON. */
  readonly about: unknown
  readonly arrays: Readonly<Record<string, FileArray>>
}

type FileArray = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

/** A file as it was written, or why it is not to be used. */
export type TableFileOutcome = TableFile | { readonly refused: string }

/** What the file says of itself, before its arrays. */
interface Header {
  readonly kind: string
  readonly about: unknown
  readonly arrays: readonly { readonly name: string; readonly bytesPerItem: number; readonly length: number }[]
}

const MAGIC = Buffer.from('TRACIOTB')

/** Grows when this layout changes. Written in the machine's byte order, so that a foreign one is another version. */
const LAYOUT_VERSION = 1

/** Magic, SHA-256 of everything that follows; then layout version, bytes of the header. */
const CONTENT_AT = MAGIC.length + 32
const HEADER_AT = CONTENT_AT + 8

/** Every array begins at a multiple of this, as its elements want it. */
const ALIGNMENT = 8

/**
 * Writes a file that appears whole or not at all: beside its place, onto the disk, then under its name. `kind` says which
 * program can read it, with the version of what it holds.
 */
export async function writeTableFile(file: string, kind: string, { about, arrays }: TableFile): Promise<void> {
  const header: Header = {
    kind,
    about,
    arrays: Object.entries(arrays).map(([name, array]) => ({
      name,
      bytesPerItem: array.BYTES_PER_ELEMENT,
      length: array.length,
    })),
  }
  const headerBytes = padded(Buffer.from(JSON.stringify(header)))
  const content = [
    Buffer.from(Uint32Array.of(LAYOUT_VERSION, headerBytes.length).buffer),
    headerBytes,
    ...Object.values(arrays).flatMap((array) => [array, Buffer.alloc(paddingOf(array.byteLength))]),
  ]
  const checksum = createHash('sha256')
  for (const bytes of content) checksum.update(bytes)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const beside = `${file}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const handle = await open(beside, 'wx', 0o600)
    try {
      for (const bytes of [MAGIC, checksum.digest(), ...content]) await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** How many bytes are missing to the alignment. */
const paddingOf = (bytes: number): number => (ALIGNMENT - (bytes % ALIGNMENT)) % ALIGNMENT

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(paddingOf(bytes.length))])

/** Reads a file of one kind. One that is missing, damaged, cut short or of another kind is refused. */
export async function readTableFile(file: string, kind: string): Promise<TableFileOutcome> {
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = await readWhole(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { refused: 'It does not exist.' }
    throw error
  }
  if (bytes.length < HEADER_AT || !MAGIC.equals(bytes.subarray(0, MAGIC.length))) {
    return { refused: 'It is not a file of tables.' }
  }
  if (!hash('sha256', bytes.subarray(CONTENT_AT), 'buffer').equals(bytes.subarray(MAGIC.length, CONTENT_AT))) {
    return { refused: 'It is damaged.' }
  }
  const [version, headerBytes = 0] = new Uint32Array(bytes.buffer, CONTENT_AT, 2)
  if (version !== LAYOUT_VERSION) return { refused: 'It was written by another version.' }
  const arraysAt = HEADER_AT + headerBytes
  // The checksum says that these are the bytes that `writeTableFile` wrote; the padding is not part of the text.
  const header: Header = JSON.parse(Buffer.from(bytes.subarray(HEADER_AT, arraysAt)).toString().replace(/\0+$/, ''))
  if (header.kind !== kind) return { refused: `It holds ${header.kind}, not ${kind}.` }
  return { about: header.about, arrays: arraysIn(bytes.buffer, arraysAt, header.arrays) }
}

async function readWhole(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const bytes = pagedBytes(size)
    let done = 0
    while (done < size) {
      const { bytesRead } = await handle.read(bytes, done, size - done, done)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return bytes.subarray(0, done)
  } finally {
    await handle.close()
  }
}

/** The arrays where they lie: they share one piece of memory. */
function arraysIn(buffer: ArrayBuffer, from: number, described: Header['arrays']): TableFile['arrays'] {
  const arrays: Record<string, FileArray> = {}
  let at = from
  for (const { name, bytesPerItem, length } of described) {
    if (bytesPerItem === 4) arrays[name] = new Uint32Array(buffer, at, length)
    else if (bytesPerItem === 2) arrays[name] = new Uint16Array(buffer, at, length)
    else arrays[name] = new Uint8Array(buffer, at, length)
    const byteLength = bytesPerItem * length
    at += byteLength + paddingOf(byteLength)
  }
  return arrays
}
