import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace } from '../../test/directory-contract.ts'
import { createMemoryDirectory } from '../adapters/memory/directory.ts'
import { authorise, hashApiSecret, newApiSecret } from './api-secret.ts'

const secret = newApiSecret()
const directory = createMemoryDirectory()
const at = 0 as EpochMs
await directory.addWorkspace(aWorkspace, 'shop', at)
await directory.addApiSecret(hashApiSecret(secret), { workspaceId: aWorkspace, name: 'ci', scopes: ['events'] }, at)

it('makes secrets of the documented form, never twice', () => {
  expect(secret).toMatch(/^tracio_sk_[0-9a-z]{48}$/)
  expect(newApiSecret()).not.toBe(secret)
})

it('knows whose secret it is', async () => {
  expect(await authorise(`Bearer ${secret}`, 'events', directory)).toMatchObject({ workspaceId: aWorkspace })
})

it.each([
  ['no header', undefined, 'secret_invalid'],
  ['another scheme', `Basic ${secret}`, 'secret_invalid'],
  ['an unknown secret', `Bearer ${newApiSecret()}`, 'secret_invalid'],
  ['a public key', `Bearer tracio_pk_${'a'.repeat(40)}`, 'secret_invalid'],
  ['something behind the secret', `Bearer ${secret} x`, 'secret_invalid'],
])('refuses %s', async (_name, header, code) => {
  await expect(authorise(header, 'events', directory)).rejects.toMatchObject({ code, status: 401 })
})

it('refuses a scope that the secret lacks', async () => {
  await expect(authorise(`Bearer ${secret}`, 'admin', directory)).rejects.toMatchObject({
    code: 'forbidden',
    status: 403,
  })
})
