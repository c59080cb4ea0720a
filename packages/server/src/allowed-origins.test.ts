import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aKey, aWorkspace } from '../test/directory-contract.ts'
import { createMemoryDirectory } from './adapters/memory/directory.ts'
import { createAllowedAnywhere } from './allowed-origins.ts'

it('echoes an origin that any key allows, and sees a new key after five seconds', async () => {
  let at = 0
  const directory = createMemoryDirectory()
  const allowed = createAllowedAnywhere(directory, () => at)
  await directory.addWorkspace(aWorkspace, 'shop', at as EpochMs)
  await directory.addPublicKey(aKey({ origins: ['https://shop.example'] }), at as EpochMs)
  expect(await allowed('https://shop.example')).toBe(true)
  expect(await allowed('https://evil.example')).toBe(false)
  await directory.addPublicKey(aKey({ key: 'tracio_pk_2', origins: [] }), at as EpochMs)
  expect(await allowed('https://evil.example')).toBe(false)
  at = 5001
  expect(await allowed('https://evil.example')).toBe(true)
})
