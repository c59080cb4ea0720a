import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace, otherWorkspace } from '../test/directory-contract.ts'
import { anEntry, create } from '../test/ledger-entries.ts'
import { createMemoryDirectory } from './adapters/memory/directory.ts'
import { createMemoryLedger } from './adapters/memory/ledger.ts'
import { findEvent } from './find-event.ts'

const directory = createMemoryDirectory()
await directory.addWorkspace(aWorkspace, 'shop', 0 as EpochMs)
const ledger = createMemoryLedger(directory)
const entry = anEntry('1_a', { change: create('ada') })
await ledger.append(entry)

it('finds an event of the workspace, and of no other', async () => {
  expect(await findEvent(ledger, aWorkspace, '1_a')).toEqual(entry.event)
  await expect(findEvent(ledger, otherWorkspace, '1_a')).rejects.toMatchObject({ code: 'not_found', status: 404 })
  await expect(findEvent(ledger, aWorkspace, '../etc')).rejects.toMatchObject({ code: 'not_found' })
})
