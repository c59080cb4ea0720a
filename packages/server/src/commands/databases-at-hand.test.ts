import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { geoFolder } from '../../test/geo-folder.ts'
import { databasesAtHand } from './databases-at-hand.ts'

const now = (): EpochMs => Date.UTC(2026, 10, 1) as EpochMs
const settings = { networks: true, geoDatabases: [], geoDefault: 'off' } as const

it('finds the installed database of networks, and none where it is off', async () => {
  const report = (message: string): never => {
    throw new Error(message)
  }
  expect(await databasesAtHand(settings, { now, report })).toMatchObject({
    networks: { builtOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) },
    places: { level: 'none' },
  })
  expect((await databasesAtHand({ ...settings, networks: false }, { now, report })).networks).toEqual({
    missing: 'TRACIO_NETWORKS is off.',
  })
})

it('opens the databases of places, and reports one that it cannot', async () => {
  const { put, path } = await geoFolder()
  const cities = await put('city.mmdb', {
    type: 'GeoLite2-City',
    builtAt: new Date(now() - 86_400_000),
    networks: { '192.0.2.0/24': { country: { iso_code: 'DE' }, location: { latitude: 52.5, longitude: 13.4 } } },
  })
  const told: string[] = []
  const report = (message: string): void => void told.push(message)
  expect((await databasesAtHand({ ...settings, geoDatabases: [cities] }, { now, report })).places).toMatchObject({
    level: 'city',
    databases: [{ id: 'geolite2_city', ageDays: 1 }],
  })
  const missing = path('nothing.mmdb')
  expect((await databasesAtHand({ ...settings, geoDatabases: [missing] }, { now, report })).places.level).toBe('none')
  expect(told).toEqual([expect.stringContaining(missing)])
})
