import { rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { geoFolder } from '../../../test/geo-folder.ts'
import { createGeo } from './create-geo.ts'
import { openDatabase } from './database.ts'
import { holdDatabases } from './hold-databases.ts'

const cityNamed = (city: string) => ({
  type: 'city ipv4',
  networks: { '192.0.2.0/24': { country_code: 'DE', city, latitude: 52.52, longitude: 13.405 } },
})

async function held() {
  const folder = await geoFolder()
  const reports: string[] = []
  const path = await folder.put('city.mmdb', cityNamed('Before'))
  const databases = holdDatabases([await openDatabase(path)], (message) => reports.push(message))
  const geo = createGeo(databases)
  const problem = (): (string | null)[] => databases.current().map(databases.problemOf)
  return { ...folder, path, databases, reports, problem, city: () => geo.lookup('192.0.2.1').place?.city }
}

it('leaves a file that has not changed alone', async () => {
  const { databases, reports } = await held()
  const before = databases.current()
  await databases.refresh()
  expect(databases.current()).toBe(before)
  expect(reports).toEqual([])
})

it('takes over a file that has changed', async () => {
  const { put, databases, city, reports } = await held()
  await put('city.mmdb', cityNamed('After'))
  expect(city()).toBe('Before')
  await databases.refresh()
  expect(city()).toBe('After')
  expect(reports).toEqual(['The database city.mmdb has changed and was opened again.'])
})

it('keeps the last good one when the new one is cut off, and says so once', async () => {
  const { put, databases, city, reports, problem } = await held()
  await put('city.mmdb', Buffer.from('the first bytes of a download'))
  await databases.refresh()
  await databases.refresh()
  expect(city()).toBe('Before')
  expect(problem()).toEqual(['it is no mmdb file, or a part of it is missing'])
  expect(reports).toHaveLength(1)
})

it('takes the new one as soon as it is whole', async () => {
  const { put, databases, city, problem } = await held()
  await put('city.mmdb', Buffer.from('the first bytes of a download'))
  await databases.refresh()
  await put('city.mmdb', cityNamed('After'))
  await databases.refresh()
  expect([city(), problem()]).toEqual(['After', [null]])
})

it('goes on with a file that is gone', async () => {
  const { path, databases, city, reports, problem } = await held()
  await rm(path)
  await databases.refresh()
  await databases.refresh()
  expect([city(), problem()]).toEqual(['Before', ['there is no such file']])
  expect(reports).toHaveLength(1)
})
