import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace, otherWorkspace } from '../../test/directory-contract.ts'
import { createMemoryDirectory } from '../adapters/memory/directory.ts'
import { hashApiSecret, newApiSecret } from './api-secret.ts'
import { authoriseIn } from './authorise-in.ts'

const secret = newApiSecret()
const directory = createMemoryDirectory()
const at = 0 as EpochMs
const deps = { directory, now: () => at }
const caller = (authorization: string | undefined) => ({ headers: { authorization }, address: '192.0.2.1' })
await directory.addWorkspace(aWorkspace, 'shop', at)
await directory.addWorkspace(otherWorkspace, 'other', at)
await directory.addApiSecret(hashApiSecret(secret), { workspaceId: aWorkspace, name: 'ci', scopes: ['events'] }, at)

it('lets a secret into its own workspace', async () => {
  const known = await authoriseIn(aWorkspace, caller(`Bearer ${secret}`), 'events', deps)
  expect(known).toMatchObject({ workspaceId: aWorkspace })
})

it.each([
  ['another workspace', otherWorkspace, 'events', 'forbidden'],
  ['a workspace that is none', 'ws_none', 'events', 'forbidden'],
  ['a scope that it lacks', aWorkspace, 'admin', 'forbidden'],
] as const)('keeps it out of %s', async (_name, workspace, scope, code) => {
  await expect(authoriseIn(workspace, caller(`Bearer ${secret}`), scope, deps)).rejects.toMatchObject({ code })
})

it('asks for a secret before it says whose the workspace is', async () => {
  await expect(authoriseIn(otherWorkspace, caller(undefined), 'events', deps)).rejects.toMatchObject({
    code: 'secret_invalid',
  })
})
