import { expect, it } from 'vitest'
import { COMMAND_TIME } from '../../test/command-folder.ts'
import { geoFolder } from '../../test/geo-folder.ts'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { examine } from './examine.ts'
import { geolocation, judgeGeolocation } from './geolocation.ts'

const cities = {
  type: 'GeoLite2-City',
  networks: { '192.0.2.0/24': { country: { iso_code: 'DE' }, location: { latitude: 52.52, longitude: 13.405 } } },
}
const DAY_MS = 86_400_000

async function findings(builtAt: Date) {
  const { put } = await geoFolder()
  const path = await put('city.mmdb', { ...cities, builtAt })
  return geolocation.examine(healthyPatient({ TRACIO_GEO_DATABASES: path }))
}

it('finds nothing wrong with a young database of cities', async () => {
  expect(await findings(new Date(COMMAND_TIME - DAY_MS))).toEqual([
    { outcome: 'ok', found: 'Addresses are placed by city.' },
  ])
})

it('warns of an old one, and says why its age matters', async () => {
  expect(await findings(new Date(COMMAND_TIME - 40 * DAY_MS))).toContainEqual({
    outcome: 'warning',
    found: expect.stringMatching(
      /^The database GeoLite2 City is 40 days old: older than 30 days, and its licence asks/,
    ),
    advice: expect.stringContaining('docs/geolocation.md'),
  })
})

it.each([
  ['country', 'city', 'warning'],
  ['none', 'city', 'warning'],
  ['none', 'country', 'warning'],
  ['country', 'country', 'ok'],
  ['none', 'off', 'ok'],
] as const)('places by %s where %s was chosen: %s', (level, chosen, outcome) => {
  expect(judgeGeolocation({ level, databases: [], credits: [] }, chosen)).toMatchObject([{ outcome }])
})

it('calls a file that cannot be used a problem, and the other checks go on', async () => {
  const { path } = await geoFolder()
  const all = await examine(
    healthyPatient({ TRACIO_GEO_DATABASES: path('nothing.mmdb'), TRACIO_DATA_DIR: path('data') }),
  )
  expect(all.filter(({ check }) => check === 'geolocation')).toEqual([
    {
      check: 'geolocation',
      outcome: 'problem',
      found: expect.stringContaining('nothing.mmdb'),
      advice: expect.any(String),
    },
  ])
})
