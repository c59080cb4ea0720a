import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { storageInterfaces } from './storage-interfaces.ts'

/** Whatever a window may hold beside what sources know by type. */
const holding = (things: object): Global => things

it('tells what is there without touching it', () => {
  const g = {
    get openDatabase(): never {
      throw new DOMException('not for you', 'SecurityError')
    },
    navigator: { locks: {} },
    document: { requestStorageAccess: () => undefined },
  }
  expect(storageInterfaces(holding(g))).toMatchObject({
    value: { openDatabase: true, 'navigator.locks': true, 'document.requestStorageAccess': true, SharedWorker: false },
  })
})

it('tells of every interface that it is missing where there is nothing', () => {
  expect(storageInterfaces({})).toEqual({ value: expect.not.objectContaining({ SharedWorker: true }) })
})
