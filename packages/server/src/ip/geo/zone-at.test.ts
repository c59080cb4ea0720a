import { expect, it } from 'vitest'
import { zoneAt } from './zone-at.ts'

it.each([
  ['Berlin', 'DE', 52.52, 13.405, 'Europe/Berlin'],
  ['Amsterdam', 'NL', 52.374, 4.89, 'Europe/Amsterdam'],
  ['Los Angeles', 'US', 34.05, -118.24, 'America/Los_Angeles'],
  ['Indianapolis, whose zone has two names', 'US', 39.77, -86.16, 'America/Indiana/Indianapolis'],
  ['Buenos Aires, likewise', 'AR', -34.6, -58.38, 'America/Argentina/Buenos_Aires'],
  ['Kyiv, likewise', 'UA', 50.45, 30.52, 'Europe/Kyiv'],
  ['Hanoi, where zones were once two', 'VN', 21.03, 105.85, 'Asia/Ho_Chi_Minh'],
  ['Basel seen from Germany', 'CH', 47.59, 7.63, 'Europe/Zurich'],
  ['Pristina, of which ICU has no zones', 'XK', 42.66, 21.17, 'Europe/Belgrade'],
])('%s', (_name, country, latitude, longitude, zone) => {
  expect(zoneAt(country, latitude, longitude)).toBe(zone)
})

it.each([
  ['FR', 'Europe/Paris'],
  ['IN', 'Asia/Kolkata'],
  ['MM', 'Asia/Yangon'],
  ['NP', 'Asia/Kathmandu'],
])('needs no coordinates in %s', (country, zone) => {
  expect(zoneAt(country, null, null)).toBe(zone)
})

it.each([
  ['a country of many zones without coordinates', 'US', null, null],
  ['coordinates in Brussels of an address in Australia', 'AU', 50.85, 4.35],
  ['the middle of the ocean', 'XK', 0, -30],
  ['a country that does not exist', 'ZZ', null, null],
])('does not know the zone of %s', (_name, country, latitude, longitude) => {
  expect(zoneAt(country, latitude, longitude)).toBeNull()
})
