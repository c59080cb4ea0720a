import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace, otherWorkspace } from '../../test/directory-contract.ts'
import { createMemoryDirectory } from '../adapters/memory/directory.ts'
import { hashApiSecret, newApiSecret } from './api-secret.ts'
import { authoriseIn } from './authorise-in.ts'

const secret = newApiSecret()
const directory = createMemoryDirectory()
const at = 0 as EpochMs
await directory.addWorkspace(aWorkspace, 'shop', at)
await directory.addWorkspace(otherWorkspace, 'other', at)
await directory.addApiSecret(hashApiSecret(secret), { workspaceId: aWorkspace, name: 'ci', scopes: ['events'] }, at)

it('lets a secret into its own workspace', async () => {
  const known = await authoriseIn(aWorkspace, `Bearer ${secret}`, 'events', directory)
  expect(known).toMatchObject({ workspaceId: aWorkspace })
})

it.each([
  ['another workspace', otherWorkspace, 'events', 'forbidden'],
  ['a workspace that is none', 'ws_none', 'events', 'forbidden'],
  ['a scope that it lacks', aWorkspace, 'admin', 'forbidden'],
] as const)('keeps it out of %s', async (_name, workspace, scope, code) => {
  await expect(authoriseIn(workspace, `Bearer ${secret}`, scope, directory)).rejects.toMatchObject({ code })
})

it('asks for a secret before it says whose the workspace is', async () => {
  await expect(authoriseIn(otherWorkspace, undefined, 'events', directory)).rejects.toMatchObject({
    code: 'secret_invalid',
  })
})
