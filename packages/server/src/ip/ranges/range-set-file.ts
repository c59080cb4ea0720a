import { readTableFile, type TableFile, writeTableFile } from '../table-file.ts'
import { addressTableArrays, addressTableFrom, longsIn } from './address-table-arrays.ts'
import { type CompiledRanges, createRangeSet, type RangeSet } from './range-set.ts'

/** What the file holds; grows when `CompiledRanges` changes. */
const KIND = 'ranges 1'

/** Writes a range set to one file, which appears whole or not at all. */
export async function writeRangeSet(file: string, { compiled }: RangeSet): Promise<void> {
  const { table, sets, sources, detail } = compiled
  await writeTableFile(file, KIND, {
    about: { sources, detail },
    arrays: { ...addressTableArrays(table), offsets: sets.offsets, members: sets.members },
  })
}

/** Reads one. A file that is missing, damaged or of another version is refused with the reason. */
export async function readRangeSet(file: string): Promise<RangeSet | { readonly refused: string }> {
  const outcome = await readTableFile(file, KIND)
  return 'refused' in outcome ? outcome : createRangeSet(compiledFrom(outcome))
}

function compiledFrom({ about, arrays }: TableFile): CompiledRanges {
  // Kind and checksum say that `writeRangeSet` wrote this.
  const { sources, detail } = about as Pick<CompiledRanges, 'sources' | 'detail'>
  const sets = { offsets: longsIn(arrays, 'offsets'), members: longsIn(arrays, 'members') }
  return { table: addressTableFrom(arrays), sets, sources, detail }
}
