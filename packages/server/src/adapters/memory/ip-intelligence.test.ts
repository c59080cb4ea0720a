import { listKinds } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aPlace, ipIntelligenceContract } from '../../../test/ip-intelligence-contract.ts'
import { createMemoryIpIntelligence } from './ip-intelligence.ts'

const network = { asn: 64500, name: 'Example Broadband', class: 'other', brand: null } as const

ipIntelligenceContract('the memory adapter', () => createMemoryIpIntelligence())
ipIntelligenceContract('a table', () => createMemoryIpIntelligence({ '8.8.8.8': { place: aPlace(), network } }))

it('says of a list that was never fetched that it cannot clear anybody', () => {
  const { hits, gaps, placeGap } = createMemoryIpIntelligence().facts('8.8.8.8')
  expect([hits, placeGap]).toEqual([[], 'no_database'])
  expect(gaps).toEqual(Object.fromEntries(listKinds.map((kind) => [kind, 'feed_never_fetched'])))
})

it('tells what the table tells, and of its neighbours nothing', () => {
  const place = aPlace({ country: 'DE' })
  const told = createMemoryIpIntelligence({ '192.0.2.1': { scope: 'global', place, isp: 'an ISP' } })
  expect(told.facts('192.0.2.1')).toMatchObject({ scope: 'global', place, isp: 'an ISP', organization: null })
  expect(told.facts('192.0.2.2')).toMatchObject({ scope: 'documentation', place: null, isp: null })
})
