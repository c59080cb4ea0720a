import { buildAddressTable } from '../ranges/build-address-table.ts'
import type { CompiledAsnTable } from './asn-table.ts'
import { createNetworkNames, readAsnRows } from './read-asn-rows.ts'

/**
 * Compiles a database of networks from the lines of its two files. Where rows overlap, the later one holds, which starts later in files
 * that are sorted. Throws for a file that is something else.
 */
export function compileAsnTable(ipv4Lines: Iterable<string>, ipv6Lines: Iterable<string>): CompiledAsnTable {
  const known = createNetworkNames()
  const v4 = readAsnRows(ipv4Lines, 4, known)
  const v6 = readAsnRows(ipv6Lines, 6, known)
  if (v4.networks.length === 0 || v6.networks.length === 0) throw new Error('A file of networks is empty.')
  // A row's label is its place, so that the highest in force is the latest.
  const rows = { ranges: { v4: v4.words, v6: v6.words }, labelOf: labelsBehind(v4.networks.length) }
  const table = buildAddressTable([rows], (labels) => {
    const row = labels.at(-1) ?? -1
    return v4.networks[row] ?? v6.networks[row - v4.networks.length] ?? 0
  })
  return { table, asns: Uint32Array.from(known.asns), ...packed(known.names) }
}

/** Rows of IPv6 are numbered behind those of IPv4. */
const labelsBehind =
  (v4Rows: number) =>
  (version: 4 | 6, row: number): number =>
    version === 4 ? row : v4Rows + row

/** All names in one array: name n reaches from `nameOffsets[n]` to `nameOffsets[n + 1]`. */
function packed(names: readonly string[]): Pick<CompiledAsnTable, 'names' | 'nameOffsets'> {
  const all = new TextEncoder().encode(names.join(''))
  const nameOffsets = new Uint32Array(names.length + 1)
  names.forEach((name, index) => {
    nameOffsets[index + 1] = (nameOffsets[index] ?? 0) + Buffer.byteLength(name)
  })
  return { names: all, nameOffsets }
}
