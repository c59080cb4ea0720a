import { hash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

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

/** Magic, SHA-256 of everything that follows, layout version, bytes of the header. */
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
  const body = [padded(Buffer.from(JSON.stringify(header)), HEADER_AT)]
  for (const { buffer, byteOffset, byteLength } of Object.values(arrays)) {
    body.push(padded(Buffer.from(buffer, byteOffset, byteLength), 0))
  }
  const content = Buffer.concat([Buffer.from(Uint32Array.of(LAYOUT_VERSION, body[0]?.length ?? 0).buffer), ...body])
  const start = Buffer.concat([MAGIC, hash('sha256', content, 'buffer')])
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const beside = `${file}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const handle = await open(beside, 'wx', 0o600)
    try {
      await handle.writeFile(start)
      await handle.writeFile(content)
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

/** Fills up with zeros to the alignment; `before` bytes stand in front. */
function padded(bytes: Buffer, before: number): Buffer {
  const rest = (before + bytes.length) % ALIGNMENT
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(ALIGNMENT - rest)])
}

/** Reads a file of one kind. One that is missing, damaged, cut short or of another kind is refused. */
export async function readTableFile(file: string, kind: string): Promise<TableFileOutcome> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { refused: 'It does not exist.' }
    throw error
  }
  if (bytes.length < HEADER_AT || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    return { refused: 'It is not a file of tables.' }
  }
  const content = bytes.subarray(CONTENT_AT)
  if (!hash('sha256', content, 'buffer').equals(bytes.subarray(MAGIC.length, CONTENT_AT))) {
    return { refused: 'It is damaged.' }
  }
  const [version, headerBytes = 0] = new Uint32Array(Uint8Array.from(content.subarray(0, 8)).buffer)
  if (version !== LAYOUT_VERSION) return { refused: 'It was written by another version.' }
  const body = content.subarray(8)
  // The checksum says that these are the bytes that `writeTableFile` wrote; the padding is not part of the text.
  const header: Header = JSON.parse(body.toString('utf8', 0, headerBytes).replace(/\0+$/, ''))
  if (header.kind !== kind) return { refused: `It holds ${header.kind}, not ${kind}.` }
  return { about: header.about, arrays: arraysIn(body.subarray(headerBytes), header.arrays) }
}

/** Copies the arrays out, each into memory of its own, so that one can be handed on or dropped alone. */
function arraysIn(bytes: Buffer, described: Header['arrays']): TableFile['arrays'] {
  const arrays: Record<string, FileArray> = {}
  let at = 0
  for (const { name, bytesPerItem, length } of described) {
    const byteLength = bytesPerItem * length
    const { buffer } = Uint8Array.from(bytes.subarray(at, at + byteLength))
    arrays[name] =
      bytesPerItem === 4
        ? new Uint32Array(buffer)
        : bytesPerItem === 2
          ? new Uint16Array(buffer)
          : new Uint8Array(buffer)
    at += byteLength + ((ALIGNMENT - (byteLength % ALIGNMENT)) % ALIGNMENT)
  }
  return arrays
}
