import { addressTableArrays, addressTableFrom, longsIn } from '../ranges/address-table-arrays.ts'
import { readTableFile, type TableFile, writeTableFile } from '../table-file.ts'
import type { CompiledAsnTable } from './asn-table.ts'

/** Grows when `CompiledAsnTable` changes; a table of another version of the package is another kind of file. */
const kindOf = (packageVersion: string): string => `networks 1 of ${packageVersion}`

/** Keeps a compiled table in one file, which appears whole or not at all. */
export async function writeAsnTable(file: string, packageVersion: string, compiled: CompiledAsnTable): Promise<void> {
  const { table, asns, names, nameOffsets } = compiled
  const arrays = { ...addressTableArrays(table), asns, names, nameOffsets }
  await writeTableFile(file, kindOf(packageVersion), { about: null, arrays })
}

/** The table of a file; undefined: it is missing, damaged, or was made of another package or by another version. */
export async function readAsnTable(file: string, packageVersion: string): Promise<CompiledAsnTable | undefined> {
  const outcome = await readTableFile(file, kindOf(packageVersion))
  return 'refused' in outcome ? undefined : compiledFrom(outcome)
}

function compiledFrom({ arrays }: TableFile): CompiledAsnTable {
  const { names } = arrays
  if (!(names instanceof Uint8Array)) throw new Error('A file of networks lacks their names.')
  const asns = longsIn(arrays, 'asns')
  return { table: addressTableFrom(arrays), asns, names, nameOffsets: longsIn(arrays, 'nameOffsets') }
}
