import type { EpochMs, IpFacts } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aList } from '../../test/address-lists.ts'
import { anAsnPackage } from '../../test/asn-package.ts'
import { geoFolder } from '../../test/geo-folder.ts'
import { ipIntelligenceContract } from '../../test/ip-intelligence-contract.ts'
import type { MmdbContent } from '../../test/write-mmdb.ts'
import { createAsnTable } from './asn/asn-table.ts'
import { compileAsnTable } from './asn/compile-asn-table.ts'
import { createNetworks, type Networks } from './asn/networks.ts'
import { createGeo } from './geo/create-geo.ts'
import { type GeoDatabase, openDatabase } from './geo/database.ts'
import { createIpIntelligence, type FeedAnswers } from './ip-intelligence.ts'
import type { AcceptedList } from './list-parts.ts'
import { compileRanges } from './ranges/compile-ranges.ts'
import { createRangeSet } from './ranges/range-set.ts'

const fetchedAt = 1_795_219_200_000 as EpochMs
const vpnUnknown: IpFacts['gaps'] = { vpn: 'feed_stale' }
const feeds: FeedAnswers = { asOf: () => fetchedAt, gaps: () => ({ 4: {}, 6: vpnUnknown }) }

const networks = createNetworks(
  {
    table: createAsnTable(
      compileAsnTable(
        ['5.9.0.0,5.9.255.255,24940,Hetzner'],
        ['2a01:4f8::,2a01:4f8:ffff:ffff:ffff:ffff:ffff:ffff,24940,Hetzner'],
      ),
    ),
    from: anAsnPackage(),
  },
  new Map([
    [24940, { class: 'hosting', brand: 'Hetzner' }],
    [64500, { class: 'vpn', brand: 'Ada VPN' }],
  ]),
)

const noNetworks = createNetworks({ missing: 'It is not installed.' }, new Map())
const networksOff = createNetworks({ missing: 'It is off.', isOff: true }, new Map())

async function intelligenceWith(
  networks: Networks,
  lists: readonly AcceptedList[],
  ...contents: readonly MmdbContent[]
) {
  const { put } = await geoFolder()
  const opened: GeoDatabase[] = []
  for (const [index, content] of contents.entries()) {
    opened.push((await openDatabase(await put(`${index}.mmdb`, content))).database)
  }
  const set = createRangeSet(compileRanges(lists))
  return createIpIntelligence({
    ranges: { current: () => set },
    networks,
    geo: createGeo({ current: () => opened }),
    feeds,
  })
}

const intelligence = (lists: readonly AcceptedList[], ...contents: readonly MmdbContent[]) =>
  intelligenceWith(networks, lists, ...contents)

const bare = createRangeSet(compileRanges([]))
ipIntelligenceContract('what lists, networks and databases know', () =>
  createIpIntelligence({
    ...{ ranges: { current: () => bare }, networks, feeds },
    geo: createGeo({ current: () => [] }),
  }),
)

it('knows the network, the lists with their date, and the place', async () => {
  const { facts } = await intelligence([aList(['5.9.1.1', '2a01:4f8:1::-2a01:4f8:1:ffff:ffff:ffff:ffff:ffff'])], {
    type: 'city ipv4',
    networks: { '5.9.0.0/16': { country_code: 'DE', city: 'Falkenstein', latitude: 50.48, longitude: 12.37 } },
  })
  expect(facts('5.9.1.1')).toMatchObject({
    scope: 'global',
    hits: [{ exact: true, asOf: fetchedAt }],
    gaps: {},
    network: { asn: 24940, class: 'hosting', brand: 'Hetzner' },
    place: { country: 'DE', city: 'Falkenstein', timezone: 'Europe/Berlin' },
  })
  expect(facts('2a01:4f8:1::9')).toMatchObject({ hits: [{ exact: false }], gaps: vpnUnknown, placeGap: 'not_listed' })
})

it('believes a database of the operator about the network, and classes it by our table', async () => {
  const { facts } = await intelligence([], {
    type: 'GeoLite2-ASN',
    networks: { '5.9.0.0/16': { autonomous_system_number: 64500, autonomous_system_organization: 'Ada' } },
  })
  expect(facts('5.9.1.1').network).toEqual({ asn: 64500, name: 'Ada', class: 'vpn', brand: 'Ada VPN' })
})

it.each<[string, Networks, readonly MmdbContent[], IpFacts['networkGap']]>([
  ['nobody announces it', networks, [], 'not_announced'],
  ['the database is not installed', noNetworks, [], 'networks_missing'],
  ['the database is off', networksOff, [], 'networks_off'],
  [
    'there are only places',
    networksOff,
    [{ type: 'city ipv4', networks: { '5.9.0.0/16': { country_code: 'DE' } } }],
    'networks_off',
  ],
  [
    'the operator’s own does not have it',
    networksOff,
    [{ type: 'GeoLite2-ASN', networks: { '198.51.100.0/24': { autonomous_system_number: 64500 } } }],
    'not_announced',
  ],
])('says why it knows no network: %s', async (_name, known, contents, networkGap) => {
  const { facts } = await intelligenceWith(known, [], ...contents)
  expect(facts('8.8.8.8')).toMatchObject({ network: null, networkGap })
  expect(facts('5.9.1.1').networkGap).toBe(known === networks ? undefined : networkGap)
})

it('places those behind a relay where its own list says, whatever a database says of the machine', async () => {
  const list = aList(['5.9.1.0-5.9.1.255'])
  const relay = { ...list, kind: 'relay', parts: list.parts.map((part) => ({ ...part, country: 'CZ' })) } as const
  const { facts } = await intelligence([relay], {
    type: 'city ipv4',
    networks: { '5.9.0.0/16': { country_code: 'DE', city: 'Falkenstein', latitude: 50.48, longitude: 12.37 } },
  })
  expect(facts('5.9.1.1')).toMatchObject({
    hits: [{ kind: 'relay', country: 'CZ' }],
    place: { country: 'CZ', city: null, source: expect.stringMatching(/ 2026-11-21$/) },
  })
  expect(facts('5.9.2.1').place).toMatchObject({ country: 'DE', city: 'Falkenstein' })
})

it('counts what a database says of anonymity as a list, with the day on which it was built', async () => {
  const builtAt = new Date('2026-10-01T00:00:00Z')
  const { facts } = await intelligence([], {
    ...{ type: 'GeoIP2-Anonymous-IP', builtAt },
    networks: { '5.9.0.0/16': { is_anonymous: true, is_anonymous_vpn: true } },
  })
  expect(facts('5.9.1.1').hits).toMatchObject([{ kind: 'vpn', exact: false, asOf: builtAt.getTime() }])
})

it('asks the lists about addresses of nobody as well, since the office may have one, and nothing else', async () => {
  const { facts } = await intelligence([{ ...aList(['10.1.2.0-10.1.2.255']), feed: 'operator_office', kind: 'office' }])
  expect(facts('10.1.2.3')).toMatchObject({ scope: 'private', hits: [{ kind: 'office' }], network: null, place: null })
})
