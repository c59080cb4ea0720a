import type { EpochMs } from '@tracio/contract'
import { beforeEach, expect, it } from 'vitest'
import { aKey, aWorkspace } from '../test/directory-contract.ts'
import { createMemoryDirectory } from './adapters/memory/directory.ts'
import { createKeyring, type Keyring } from './keyring.ts'
import type { Directory } from './ports/directory.ts'

const SHOP = 'https://shop.example'
let at: number
let reads: number
let directory: Directory
let keyring: Keyring
beforeEach(async () => {
  at = 0
  reads = 0
  directory = createMemoryDirectory()
  await directory.addWorkspace(aWorkspace, 'shop', at as EpochMs)
  await directory.addPublicKey(aKey({ origins: [SHOP] }), at as EpochMs)
  const publicKeys = () => {
    reads += 1
    return directory.publicKeys()
  }
  keyring = createKeyring({ publicKeys }, () => at)
})

it('finds a key by text and by number without asking the store each time', async () => {
  const key = await keyring.withText('tracio_pk_1')
  expect(key).toMatchObject({ origins: [SHOP] })
  for (let i = 0; i < 100; i++) expect(await keyring.numbered(key?.number ?? -1)).toEqual(key)
  expect(reads).toBe(1)
})

it('sees a key that was added a moment ago', async () => {
  await keyring.withText('tracio_pk_1')
  await directory.addPublicKey(aKey({ key: 'tracio_pk_2' }), at as EpochMs)
  at += 100
  expect(await keyring.withText('tracio_pk_2')).toMatchObject({ key: 'tracio_pk_2' })
})

it('asks at most ten times a second for keys that nobody made', async () => {
  for (; at < 1000; at++) await keyring.withText('tracio_pk_nobody')
  expect(reads).toBeLessThanOrEqual(11)
})

it('echoes an origin that any key allows, and sees a change after five seconds', async () => {
  expect(await keyring.allowsAnywhere(SHOP)).toBe(true)
  expect(await keyring.allowsAnywhere('https://evil.example')).toBe(false)
  await directory.addPublicKey(aKey({ key: 'tracio_pk_2', origins: [] }), at as EpochMs)
  expect(await keyring.allowsAnywhere('https://evil.example')).toBe(false)
  at = 5000
  expect(await keyring.allowsAnywhere('https://evil.example')).toBe(true)
})

it('obeys a revocation within five seconds, also for sessions that name the key by its number', async () => {
  const number = (await keyring.withText('tracio_pk_1'))?.number ?? -1
  await directory.revokePublicKey(aWorkspace, 'tracio_pk_1', at as EpochMs)
  at = 5000
  expect(await keyring.numbered(number)).toBeUndefined()
  expect(await keyring.withText('tracio_pk_1')).toBeUndefined()
})
