import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { filePaths } from './file-paths.ts'

it('takes paths, makes them absolute, and lets blanks and empty parts be', () => {
  expect(filePaths(' /data/city.mmdb, asn.mmdb ,,')).toEqual({ value: ['/data/city.mmdb', resolve('asn.mmdb')] })
  expect(filePaths('')).toEqual({ value: [] })
})

it('names a file that is named twice', () => {
  expect(filePaths('/data/city.mmdb,/data/../data/city.mmdb')).toEqual({ wrong: 'names /data/city.mmdb twice' })
})
