import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { createMemoryDirectory } from './adapters/memory/directory.ts'
import { authorise } from './auth/api-secret.ts'
import { makeFirstWorkspace, welcome } from './first-start.ts'

const at = 0 as EpochMs

it('makes a workspace with a live key, a demo key and a secret that works, once', async () => {
  const directory = createMemoryDirectory()
  const first = await makeFirstWorkspace(directory, at)
  expect(await makeFirstWorkspace(directory, at)).toBeUndefined()
  const [live, demo] = await directory.publicKeys()
  expect(live).toMatchObject({ key: first?.publicKey, answerLevel: 'verdict', origins: [] })
  expect(live?.key).toMatch(/^tracio_pk_[0-9a-f]{40}$/)
  expect(demo).toMatchObject({ name: 'demo', answerLevel: 'full', origins: ['self'] })
  const caller = { headers: { authorization: `Bearer ${first?.apiSecret}` }, address: '192.0.2.1' }
  expect(await authorise(caller, 'admin', { directory, now: () => at })).toMatchObject({
    workspaceId: first?.workspaceId,
  })
})

it('prints all that a newcomer needs, ready to paste', async () => {
  const first = await makeFirstWorkspace(createMemoryDirectory(), at)
  if (!first) throw new Error('A new directory has a workspace already.')
  const text = welcome(first, 'http://localhost:8080')
  for (const part of [...Object.values(first), 'http://localhost:8080/demo', 'curl -H "Authorization: Bearer ']) {
    expect(text).toContain(part)
  }
})
