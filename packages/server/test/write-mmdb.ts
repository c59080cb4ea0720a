import { parseAddress } from '../src/ip/parse-address.ts'

/** What an mmdb file is to hold. */
export interface MmdbContent {
  /** The vendor's name for its schema, as readers detect it. */
  readonly type: string
  /** Records by CIDR, in any order; the longer prefix wins. */
  readonly networks: Readonly<Record<string, MmdbValue>>
  /** 6 by default, where IPv4 lies at `::/96`. */
  readonly ipVersion?: 4 | 6
  readonly recordSize?: 24 | 28 | 32
  readonly builtAt?: Date
}

/** Whole numbers are written as integers, others as doubles, and a `bigint` as an unsigned integer of 64 bits. */
export type MmdbValue =
  | string
  | number
  | bigint
  | boolean
  | readonly MmdbValue[]
  | { readonly [key: string]: MmdbValue }

/** What a branch leads to: another node, a record (both by number), or nothing. */
type Branch = { readonly node: number } | { readonly record: number } | undefined

/** MaxMind DB File Format Specification 2.0: the marker before the metadata. */
const METADATA_MARKER = Buffer.from('abcdef4d61784d696e642e636f6d', 'hex')
const SEPARATOR = Buffer.alloc(16)

/** Makes a file in MaxMind's database format, small enough for tests. */
export function writeMmdb({ type, networks, ipVersion = 6, recordSize = 28, builtAt }: MmdbContent): Buffer {
  const entries = Object.entries(networks).map(([cidr, value]) => ({ bits: bitsOf(cidr, ipVersion), value }))
  entries.sort((a, b) => a.bits.length - b.bits.length)
  const nodes: [Branch, Branch][] = [[undefined, undefined]]
  entries.forEach(({ bits }, record) => {
    insert(nodes, bits, record)
  })
  const data = entries.map(({ value }) => encode(value))
  const offsets = data.map((_, index) => data.slice(0, index).reduce((sum, { length }) => sum + length, 0))
  const numberOf = (branch: Branch): number => {
    if (branch === undefined) return nodes.length
    if ('node' in branch) return branch.node
    return nodes.length + SEPARATOR.length + (offsets[branch.record] ?? 0)
  }
  const tree = nodes.map(([left, right]) => encodeNode(numberOf(left), numberOf(right), recordSize))
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: BigInt(Math.floor((builtAt ?? new Date('2026-11-01T00:00:00Z')).getTime() / 1000)),
    database_type: type,
    description: { en: 'made for a test' },
    ip_version: ipVersion,
    languages: ['en'],
    node_count: nodes.length,
    record_size: recordSize,
  })
  return Buffer.concat([...tree, SEPARATOR, ...data, METADATA_MARKER, metadata])
}

function bitsOf(cidr: string, ipVersion: 4 | 6): readonly number[] {
  const [text = '', prefix] = cidr.split('/')
  const address = parseAddress(text)
  if (address === undefined) throw new Error(`${cidr} is no network`)
  if (address.version === 6 && ipVersion === 4) throw new Error(`${cidr} does not fit in a tree of IPv4`)
  const own = (address.version === 4 ? [address.word] : address.words).flatMap((word) =>
    Array.from({ length: 32 }, (_, index) => (word >>> (31 - index)) & 1),
  )
  const network = own.slice(0, prefix === undefined ? own.length : Number(prefix))
  return address.version === 4 && ipVersion === 6 ? [...new Array<number>(96).fill(0), ...network] : network
}

/** Shorter prefixes come first, so that a longer one splits the record it lies in. */
function insert(nodes: [Branch, Branch][], bits: readonly number[], record: number): void {
  let at = nodes[0]
  bits.forEach((bit, index) => {
    if (at === undefined) return
    if (index === bits.length - 1) {
      at[bit === 1 ? 1 : 0] = { record }
      return
    }
    const next = at[bit === 1 ? 1 : 0]
    if (next !== undefined && 'node' in next) {
      at = nodes[next.node]
      return
    }
    const made: [Branch, Branch] = [next, next]
    at[bit === 1 ? 1 : 0] = { node: nodes.push(made) - 1 }
    at = made
  })
}

function encodeNode(left: number, right: number, recordSize: 24 | 28 | 32): Buffer {
  const node = Buffer.alloc(recordSize / 4)
  if (recordSize === 28) {
    node.writeUIntBE(left % 2 ** 24, 0, 3)
    node[3] = (Math.floor(left / 2 ** 24) << 4) | Math.floor(right / 2 ** 24)
    node.writeUIntBE(right % 2 ** 24, 4, 3)
  } else {
    const bytes = recordSize / 8
    node.writeUIntBE(left, 0, bytes)
    node.writeUIntBE(right, bytes, bytes)
  }
  return node
}

/** Numbers of the types in the specification. */
const STRING = 2
const DOUBLE = 3
const UINT32 = 6
const MAP = 7
const INT32 = 8
const UINT64 = 9
const ARRAY = 11
const BOOLEAN = 14

function encode(value: MmdbValue): Buffer {
  if (typeof value === 'string') return Buffer.concat([control(STRING, Buffer.byteLength(value)), Buffer.from(value)])
  if (typeof value === 'boolean') return control(BOOLEAN, value ? 1 : 0)
  if (typeof value === 'bigint') return withBytes(UINT64, 8, (bytes) => bytes.writeBigUInt64BE(value))
  if (typeof value === 'number') return encodeNumber(value)
  if (Array.isArray(value)) return Buffer.concat([control(ARRAY, value.length), ...value.map(encode)])
  const fields = Object.entries(value)
  return Buffer.concat([control(MAP, fields.length), ...fields.flatMap(([key, field]) => [encode(key), encode(field)])])
}

function encodeNumber(value: number): Buffer {
  if (!Number.isInteger(value)) return withBytes(DOUBLE, 8, (bytes) => bytes.writeDoubleBE(value))
  return value < 0
    ? withBytes(INT32, 4, (bytes) => bytes.writeInt32BE(value))
    : withBytes(UINT32, 4, (bytes) => bytes.writeUInt32BE(value))
}

function withBytes(type: number, size: number, write: (bytes: Buffer) => unknown): Buffer {
  const bytes = Buffer.alloc(size)
  write(bytes)
  return Buffer.concat([control(type, size), bytes])
}

/** Types from 8 on are written in a second byte; sizes from 29 on in one or two more. */
function control(type: number, size: number): Buffer {
  const sizeBits = size < 29 ? size : size < 285 ? 29 : 30
  const head = type < 8 ? [(type << 5) | sizeBits] : [sizeBits, type - 7]
  if (size < 29) return Buffer.from(head)
  return Buffer.from(size < 285 ? [...head, size - 29] : [...head, (size - 285) >> 8, (size - 285) & 0xff])
}
