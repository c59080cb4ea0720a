import { expect, it } from 'vitest'
import { addressOf, aList, rangesOf } from '../../../test/address-lists.ts'
import { compileLists } from './compile.ts'

it('compiles in a thread what it is given, which stays as it was', async () => {
  const lists = [aList(['192.0.2.0-192.0.2.255', '2001:db8::1'])]
  const set = await compileLists(lists, [{ feed: 'test-vpn', ranges: rangesOf('192.0.2.9') }])
  expect(['192.0.2.8', '192.0.2.9', '2001:db8::1'].map((text) => set.lookup(addressOf(text))?.length)).toEqual([
    1,
    undefined,
    1,
  ])
  expect(lists).toEqual([aList(['192.0.2.0-192.0.2.255', '2001:db8::1'])])
})

it('tells what is wrong with the lists', async () => {
  await expect(compileLists([aList(['192.0.2.2-192.0.2.1'])])).rejects.toThrow('ends before it starts')
})
