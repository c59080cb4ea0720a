import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace } from '../../test/directory-contract.ts'
import { createMemoryDirectory } from '../adapters/memory/directory.ts'
import { apiSecretId, type NewApiSecret } from '../ports/directory.ts'
import { authorise, hashApiSecret, newApiSecret } from './api-secret.ts'

const secret = newApiSecret()
const directory = createMemoryDirectory()
const at = 0 as EpochMs
const deps = { directory, now: () => at }
const from = (authorization: string | undefined, address = '192.0.2.1') => ({ headers: { authorization }, address })
await directory.addWorkspace(aWorkspace, 'shop', at)
await directory.addApiSecret(hashApiSecret(secret), { workspaceId: aWorkspace, name: 'ci', scopes: ['events'] }, at)

it('makes secrets of the documented form, never twice', () => {
  expect(secret).toMatch(/^tracio_sk_[0-9a-z]{48}$/)
  expect(newApiSecret()).not.toBe(secret)
})

it('knows whose secret it is', async () => {
  expect(await authorise(from(`Bearer ${secret}`), 'events', deps)).toMatchObject({ workspaceId: aWorkspace })
})

it.each([
  ['no header', undefined, 'secret_invalid'],
  ['another scheme', `Basic ${secret}`, 'secret_invalid'],
  ['an unknown secret', `Bearer ${newApiSecret()}`, 'secret_invalid'],
  ['a public key', `Bearer tracio_pk_${'a'.repeat(40)}`, 'secret_invalid'],
  ['something behind the secret', `Bearer ${secret} x`, 'secret_invalid'],
])('refuses %s', async (_name, header, code) => {
  await expect(authorise(from(header), 'events', deps)).rejects.toMatchObject({ code, status: 401 })
})

it('refuses a scope that the secret lacks', async () => {
  await expect(authorise(from(`Bearer ${secret}`), 'admin', deps)).rejects.toMatchObject({
    code: 'forbidden',
    status: 403,
  })
})

/** A secret with something special, as its bearer. */
async function bearer(part: Partial<NewApiSecret>): Promise<string> {
  const text = newApiSecret()
  const made: NewApiSecret = { workspaceId: aWorkspace, name: 'special', scopes: ['events'], ...part }
  await directory.addApiSecret(hashApiSecret(text), made, at)
  return `Bearer ${text}`
}

it('refuses a secret from the moment of its expiry on, and not before', async () => {
  const header = await bearer({ expiresAt: 1000 as EpochMs })
  const atMs = (ms: number) => authorise(from(header), 'events', { directory, now: () => ms as EpochMs })
  expect(await atMs(999)).toMatchObject({ name: 'special' })
  await expect(atMs(1000)).rejects.toMatchObject({ code: 'secret_invalid', status: 401 })
})

it('refuses a revoked secret like one that never was', async () => {
  const header = await bearer({})
  const id = apiSecretId(hashApiSecret(header.replace('Bearer ', '')))
  expect(await directory.revokeApiSecret(aWorkspace, id, at)).toBe(true)
  await expect(authorise(from(header), 'events', deps)).rejects.toMatchObject({
    code: 'secret_invalid',
    message: 'The API secret is not valid.',
  })
})

it('takes a secret only from the networks that it names', async () => {
  const header = await bearer({ networks: ['10.0.0.0/8', '2001:db8::1'] })
  for (const ip of ['10.1.2.3', '2001:db8::1']) {
    expect(await authorise(from(header, ip), 'events', deps)).toMatchObject({ name: 'special' })
  }
  await expect(authorise(from(header, '192.0.2.1'), 'events', deps)).rejects.toMatchObject({
    code: 'forbidden',
    status: 403,
  })
})
