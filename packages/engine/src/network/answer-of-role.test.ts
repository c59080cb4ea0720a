import { expect, it } from 'vitest'
import { anAddress, listed } from '../../test/address.ts'
import { addressStanding } from './address-standing.ts'
import { answerOfLists, answerOfRole } from './answer-of-role.ts'

const standing = (...kinds: Parameters<typeof listed>[0][]) =>
  addressStanding(anAddress({ hits: kinds.map((kind) => listed(kind)) }))

it('leaves open what a detector asks of this role, and clears it for others', () => {
  expect(answerOfRole(standing(), 'open', 'tor')).toBeUndefined()
  expect(answerOfRole(standing('tor'), 'open', 'tor')).toBeUndefined()
  expect(answerOfRole(standing('relay'), 'open', 'tor')).toEqual({ outcome: 'clear' })
})

it('neither finds nor clears an address that is not of the internet', () => {
  expect(answerOfRole(addressStanding(anAddress({ scope: 'loopback' })), 'open')).toEqual({
    outcome: 'unknown',
    missing: ['address_not_global'],
  })
})

it('clears by lists that can, and hands on why others cannot', () => {
  const ip = anAddress({ gaps: { vpn: 'feed_stale' } })
  expect(answerOfLists(ip, 'tor')).toEqual({ outcome: 'clear' })
  expect(answerOfLists(ip, 'vpn')).toEqual({ outcome: 'unknown', missing: ['feed_stale'] })
})
