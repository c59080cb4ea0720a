import { buildAddressTable } from '../ranges/build-address-table.ts'
import { LABELS_MAX } from '../ranges/sweep.ts'
import type { CompiledAsnTable } from './asn-table.ts'
import { createNetworkNames, readAsnRows } from './read-asn-rows.ts'

/**
 * Compiles a database of networks from its two files. Where rows overlap, the later one holds, which starts later in files
 * that are sorted. Throws for a file that is something else.
 */
export function compileAsnTable(ipv4Csv: string, ipv6Csv: string): CompiledAsnTable {
  const known = createNetworkNames()
  const v4 = readAsnRows(ipv4Csv, 4, known)
  const v6 = readAsnRows(ipv6Csv, 6, known)
  if (v4.networks.length === 0 || v6.networks.length === 0) throw new Error('A file of networks is empty.')
  if (v4.networks.length + v6.networks.length > LABELS_MAX) throw new Error('There are too many rows of networks.')
  // A row's label is its place, so that the highest in force is the latest.
  const networks = new Uint32Array([...v4.networks, ...v6.networks])
  const table = buildAddressTable(
    {
      ranges: { v4: v4.words, v6: v6.words },
      v4Labels: v4.networks.map((_, row) => row),
      v6Labels: v6.networks.map((_, row) => v4.networks.length + row),
    },
    (rows) => networks[rows.at(-1) ?? -1] ?? 0,
  )
  return { table, asns: Uint32Array.from(known.asns), ...packed(known.names) }
}

/** All names in one array: name n reaches from `nameOffsets[n]` to `nameOffsets[n + 1]`. */
function packed(names: readonly string[]): Pick<CompiledAsnTable, 'names' | 'nameOffsets'> {
  const encoder = new TextEncoder()
  const encoded = names.map((name) => encoder.encode(name))
  const nameOffsets = new Uint32Array(names.length + 1)
  encoded.forEach((bytes, index) => {
    nameOffsets[index + 1] = (nameOffsets[index] ?? 0) + bytes.length
  })
  const all = new Uint8Array(nameOffsets.at(-1) ?? 0)
  encoded.forEach((bytes, index) => {
    all.set(bytes, nameOffsets[index])
  })
  return { names: all, nameOffsets }
}
