import { expect, it } from 'vitest'
import { addressOf, aList } from '../../../test/address-lists.ts'
import { compileRanges } from './compile-ranges.ts'
import { createRangeSet } from './range-set.ts'
import { createRangeSets } from './range-sets.ts'

it('names nobody at first, and then who the newest set names', () => {
  const sets = createRangeSets()
  const address = addressOf('192.0.2.1')
  const before = sets.current()
  sets.replace(createRangeSet(compileRanges([aList(['192.0.2.1'])])))
  expect([before.lookup(address), sets.current().lookup(address)?.length]).toEqual([undefined, 1])
})
