import { expect, it } from 'vitest'
import { aList } from '../../../test/address-lists.ts'
import { addressTableArrays, addressTableFrom } from './address-table-arrays.ts'
import { compileRanges } from './compile-ranges.ts'

const { table } = compileRanges([aList(['192.0.2.1', '2001:db8::1'])])

it('makes the same table of its arrays again', () => {
  expect(addressTableFrom(addressTableArrays(table))).toEqual(table)
})

it.each(['v4Starts', 'v4Values', 'v6Starts', 'v6Values', 'buckets'])('misses %s', (name) => {
  const { [name]: _missing, ...rest }: Record<string, Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>> =
    addressTableArrays(table)
  expect(() => addressTableFrom(rest)).toThrow(`lacks the array ${name}`)
})
