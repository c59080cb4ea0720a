import { expect, it } from 'vitest'
import { frontDesk, received } from '../test/front-desk.ts'
import { aPlace } from '../test/ip-intelligence-contract.ts'
import { aPayload, seal } from '../test/payloads.ts'
import { createMemoryIpIntelligence } from './adapters/memory/ip-intelligence.ts'
import { addressFacts } from './address-facts.ts'

/** What a browser sent. */
async function readings(signals: object) {
  const desk = await frontDesk()
  return (await desk.open(received(seal(await desk.issue(), aPayload(signals))))).readings
}

const network = { asn: 64500, name: 'EXAMPLE', class: 'other', brand: null } as const
const intelligence = createMemoryIpIntelligence({
  '192.0.2.1': { scope: 'global', place: aPlace(), network },
  '192.0.2.2': { scope: 'global', placeGap: 'not_listed' },
  '192.0.2.3': { scope: 'global', placeGap: 'no_database' },
})
const of = async (address: string, signals = {}) =>
  addressFacts({ ip: intelligence.facts(address), readings: await readings(signals) })

it.each([
  ['Europe/Prague', true],
  ['Asia/Tokyo', false],
  ['UTC', null],
])('takes country and network as they were known, and asks whether %s fits', async (timezone, zoneFits) => {
  expect(await of('192.0.2.1', { timezone })).toEqual({ asn: 64500, country: 'CZ', countryAsked: true, zoneFits })
})

it('cannot tell whether a zone fits that was not read', async () => {
  expect(await of('192.0.2.1', { timezone: { error: -4 } })).toMatchObject({ country: 'CZ', zoneFits: null })
})

it('tells a database that does not know the address from one that is not there', async () => {
  expect(await of('192.0.2.2', { timezone: 'Asia/Tokyo' })).toEqual({
    asn: null,
    country: null,
    countryAsked: true,
    zoneFits: null,
  })
  expect(await of('192.0.2.3')).toMatchObject({ country: null, countryAsked: false })
  expect(await of('10.0.0.1')).toMatchObject({ country: null, countryAsked: true })
})

it('knows nothing of an event that was stored before anybody looked', async () => {
  expect(addressFacts({ readings: await readings({ timezone: 'Europe/Prague' }) })).toEqual({
    asn: null,
    country: null,
    countryAsked: false,
    zoneFits: null,
  })
})
