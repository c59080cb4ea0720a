import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aPlaceDatabase } from '../../test/place-database.ts'
import type { AddressDatabases } from '../ip/address-databases.ts'
import { createMetrics } from './metrics.ts'

const now = (): EpochMs => Date.UTC(2026, 10, 2) as EpochMs
const linesOf = async (databases: AddressDatabases): Promise<readonly string[]> => {
  const metrics = createMetrics({ feeds: { statuses: () => [], databases: () => databases, now } })
  return (await metrics.text()).split('\n').filter((line) => line.startsWith('tracio_address_'))
}

it('tells the age of networks, and of places by the older of two files', async () => {
  const files = [2, 1].map((day) => aPlaceDatabase({ builtAt: Date.UTC(2026, 9, day) as EpochMs }))
  const networks = { name: 'somebody', builtOn: '2026-11-01', version: '1' }
  expect(await linesOf({ networks, places: { level: 'city', databases: files, credits: [] } })).toEqual([
    'tracio_address_database_age_seconds{database="dbip_city_lite"} 2764800',
    'tracio_address_database_age_seconds{database="networks"} 86400',
  ])
})

it('tells nothing of databases that there are not', async () => {
  expect(
    await linesOf({ networks: { missing: 'None.' }, places: { level: 'none', databases: [], credits: [] } }),
  ).toEqual([])
})
