import { expect, it } from 'vitest'
import { packageFiles } from './package-files.ts'

it('knows where the files of a package are', () => {
  expect(packageFiles('mmdb-lib', ['package.json', 'LICENSE'])).toEqual([
    expect.stringMatching(/mmdb-lib.package\.json$/),
    expect.stringMatching(/mmdb-lib.LICENSE$/),
  ])
})

it.each([
  ['a package that is not installed', '@ip-location-db/nothing-mmdb', ['package.json']],
  ['a package without that file', 'mmdb-lib', ['package.json', 'cities.mmdb']],
])('knows no files of %s', (_name, name, files) => {
  expect(packageFiles(name, files)).toBeUndefined()
})
