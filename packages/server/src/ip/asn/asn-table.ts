import type { AddressRanges } from '../list-parts.ts'
import type { Address } from '../parse-address.ts'
import { type AddressTable, type Segments, valueAt } from '../ranges/address-table.ts'
import { addressTableArrays } from '../ranges/address-table-arrays.ts'

/** A database of networks as plain arrays. */
export interface CompiledAsnTable {
  /** Its values are places in `asns`. */
  readonly table: AddressTable
  /** AS numbers; the first stands for none. */
  readonly asns: Uint32Array<ArrayBuffer>
  /** Names in UTF-8, one behind the other: that of network n from `nameOffsets[n]` to `nameOffsets[n + 1]`. */
  readonly names: Uint8Array<ArrayBuffer>
  readonly nameOffsets: Uint32Array<ArrayBuffer>
}

/** Who announces an address. */
export interface AsnTable {
  /** Undefined: nobody. */
  lookup(address: Address): { readonly asn: number; readonly name: string } | undefined
  /** All addresses that networks announce. */
  rangesOf(asns: ReadonlySet<number>): AddressRanges
  readonly compiled: CompiledAsnTable
  /** Bytes of its arrays. */
  readonly bytes: number
}

export function createAsnTable(compiled: CompiledAsnTable): AsnTable {
  const { table, asns, names, nameOffsets } = compiled
  const text = Buffer.from(names.buffer, names.byteOffset, names.byteLength)
  return {
    lookup(address) {
      const network = valueAt(table, address)
      if (network === 0) return
      return { asn: asns[network] ?? 0, name: text.toString('utf8', nameOffsets[network], nameOffsets[network + 1]) }
    },
    rangesOf(wanted) {
      const isWanted = (network: number): boolean => network !== 0 && wanted.has(asns[network] ?? 0)
      return { v4: rangesIn(table.v4, 1, isWanted), v6: rangesIn(table.v6, 4, isWanted) }
    },
    compiled,
    bytes: asnArraysOf(compiled).reduce((bytes, { byteLength }) => bytes + byteLength, 0),
  }
}

/** The arrays of a compiled table. */
export const asnArraysOf = ({ table, asns, names, nameOffsets }: CompiledAsnTable) => [
  ...Object.values(addressTableArrays(table)),
  asns,
  names,
  nameOffsets,
]

function rangesIn(
  { starts, values }: Segments,
  width: 1 | 4,
  isWanted: (value: number) => boolean,
): Uint32Array<ArrayBuffer> {
  const words: number[] = []
  values.forEach((value, segment) => {
    if (!isWanted(value)) return
    const at = segment * width
    const next = at + width
    words.push(...starts.subarray(at, next), ...before(starts.subarray(next, next + width), width))
  })
  return Uint32Array.from(words)
}

/** The address before one of some words; of none, which stands behind the last, the highest address. */
function before(words: Uint32Array, width: 1 | 4): readonly number[] {
  const address = words.length === 0 ? new Array<number>(width).fill(0) : [...words]
  for (let word = width - 1; word >= 0; word--) {
    const value = address[word] ?? 0
    address[word] = (value - 1) >>> 0
    if (value !== 0) break
  }
  return address
}
