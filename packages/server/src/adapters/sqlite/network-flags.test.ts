import { unlookedNetwork } from '@tracio/contract'
import { expect, it } from 'vitest'
import { networkFlags } from '../../ports/event-search.ts'
import { networkBit, networkBits } from './network-flags.ts'

it('has two bits for each answer, and no bit twice', () => {
  const bits = networkFlags.flatMap((flag) => [networkBit(flag, true), networkBit(flag, false)])
  expect(bits.toSorted((a, b) => a - b)).toEqual(bits.map((_bit, place) => 2 ** place))
})

it.each([
  ['detected', networkBit('tor', true)],
  ['clear', networkBit('tor', false)],
  ['unknown', 0],
] as const)('writes what is %s as a bit of its own', (status, bit) => {
  const tor = { status, result: status === 'detected' }
  expect(networkBits({ ...unlookedNetwork, tor })).toBe(bit)
})

it('keeps several answers apart', () => {
  const network = {
    ...unlookedNetwork,
    relay: { ...unlookedNetwork.relay, status: 'detected', result: true },
    datacenter: { ...unlookedNetwork.datacenter, status: 'clear' },
  } as const
  expect(networkBits(network)).toBe(networkBit('relay', true) | networkBit('datacenter', false))
})
