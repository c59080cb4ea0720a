import type { Address } from '../parse-address.ts'
import { type AddressTable, valueAt } from './address-table.ts'
import { addressTableArrays } from './address-table-arrays.ts'
import type { Detail } from './label-lists.ts'
import type { ListSource, SourceSet } from './list-source.ts'
import type { SourceSets } from './source-sets.ts'

/** Compiled lists as plain data: arrays that can be handed to another thread, and a table for JSON. */
export interface CompiledRanges {
  /** Its values are numbers of `sets`. */
  readonly table: AddressTable
  /** Members are 2n for source n by a range around the address, 2n + 1 by the address itself. */
  readonly sets: SourceSets
  readonly sources: readonly Omit<ListSource, 'exact'>[]
  /** `lists`: the lists said too much to keep providers, counts and protocols. */
  readonly detail: Detail
}

/** Everything that all lists say, by address. Never changes: new lists make a new one. */
export interface RangeSet {
  /** Which lists name an address; undefined: none. */
  lookup(address: Address): SourceSet | undefined
  readonly compiled: CompiledRanges
  /** Bytes of its arrays. */
  readonly bytes: number
}

export function createRangeSet(compiled: CompiledRanges): RangeSet {
  const { table, sets } = compiled
  const byLabel = compiled.sources.flatMap((source): readonly ListSource[] => [
    { ...source, exact: false },
    { ...source, exact: true },
  ])
  return {
    lookup(address) {
      const set = valueAt(table, address)
      if (set === 0) return
      const found: ListSource[] = []
      const end = sets.offsets[set + 1] ?? 0
      for (let at = sets.offsets[set] ?? 0; at < end; at++) {
        const source = byLabel[sets.members[at] ?? 0]
        if (source) found.push(source)
      }
      return found
    },
    compiled,
    bytes: arraysOf(compiled).reduce((bytes, { byteLength }) => bytes + byteLength, 0),
  }
}

/** The arrays of compiled lists. */
export const arraysOf = ({ table, sets }: CompiledRanges) => [
  ...Object.values(addressTableArrays(table)),
  sets.offsets,
  sets.members,
]
