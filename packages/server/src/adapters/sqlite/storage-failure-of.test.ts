import { expect, it } from 'vitest'
import { StorageFailure } from '../../ports/storage-failure.ts'
import { storageFailureOf } from './storage-failure-of.ts'

const sqliteError = (errcode: number): Error => Object.assign(new Error('SQL'), { code: 'ERR_SQLITE_ERROR', errcode })

it.each([
  ['SQLITE_FULL', 13, 'full'],
  ['SQLITE_IOERR', 10, 'broken'],
  ['SQLITE_IOERR_WRITE', 778, 'broken'],
  ['SQLITE_IOERR_FSYNC', 1034, 'broken'],
  ['SQLITE_IOERR_SHMSIZE', 4874, 'broken'],
  ['SQLITE_READONLY', 8, 'broken'],
])('takes %s for trouble with the disk, and keeps it as the cause', (_name, errcode, trouble) => {
  const error = sqliteError(errcode)
  const failure = storageFailureOf(error)
  expect(failure).toBeInstanceOf(StorageFailure)
  expect(failure).toMatchObject({ trouble, cause: error })
})

it.each([
  ['SQLITE_CONSTRAINT_UNIQUE', sqliteError(2067)],
  ['SQLITE_BUSY', sqliteError(5)],
  ['an error without a code', new Error('a bug')],
  ['what is no error', 'text'],
])('leaves %s as it is', (_name, error) => {
  expect(storageFailureOf(error)).toBe(error)
})
