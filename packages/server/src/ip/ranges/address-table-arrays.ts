import type { TableFile } from '../table-file.ts'
import type { AddressTable } from './address-table.ts'

/** Arrays by name, as a file of tables holds them. */
type NamedArrays = TableFile['arrays']

/** The arrays of a table by name: for a file, for another thread, for counting their bytes. */
export const addressTableArrays = ({ v4, v6, buckets }: AddressTable) => ({
  v4Starts: v4.starts,
  v4Values: v4.values,
  v6Starts: v6.starts,
  v6Values: v6.values,
  buckets,
})

/** The table again. Throws when an array is missing. */
export const addressTableFrom = (arrays: NamedArrays): AddressTable => ({
  v4: { starts: longsIn(arrays, 'v4Starts'), values: valuesIn(arrays, 'v4Values') },
  v6: { starts: longsIn(arrays, 'v6Starts'), values: valuesIn(arrays, 'v6Values') },
  buckets: longsIn(arrays, 'buckets'),
})

/** The array of that name, which has four bytes a number. Throws when there is none. */
export function longsIn(arrays: NamedArrays, name: string): Uint32Array<ArrayBuffer> {
  const array = arrays[name]
  if (!(array instanceof Uint32Array)) throw new Error(`A file of tables lacks the array ${name}.`)
  return array
}

function valuesIn(arrays: NamedArrays, name: string): AddressTable['v4']['values'] {
  const array = arrays[name]
  return array instanceof Uint16Array ? array : longsIn(arrays, name)
}
