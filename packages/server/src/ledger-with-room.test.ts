import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { aWorkspace, otherWorkspace } from '../test/directory-contract.ts'
import { ledgerContract } from '../test/ledger-contract.ts'
import { anEntry, create } from '../test/ledger-entries.ts'
import { createMemoryDirectory } from './adapters/memory/directory.ts'
import { createMemoryLedger } from './adapters/memory/ledger.ts'
import { ledgerWithRoom } from './ledger-with-room.ts'
import type { Ledger } from './ports/ledger.ts'
import { StorageFailure, type StorageTrouble } from './ports/storage-failure.ts'

async function memoryLedger(): Promise<Ledger> {
  const directory = createMemoryDirectory()
  await directory.addWorkspace(aWorkspace, 'shop', 0 as EpochMs)
  await directory.addWorkspace(otherWorkspace, 'other', 0 as EpochMs)
  return createMemoryLedger(directory)
}

const roomWith = (lacks: boolean) => {
  const failures: StorageTrouble[] = []
  return { failures, lacksReserve: () => lacks, failed: ({ trouble }: StorageFailure) => void failures.push(trouble) }
}

ledgerContract('memory, with room', async () => ledgerWithRoom(await memoryLedger(), roomWith(false)))

it('writes nothing while the reserve is lacking, and still reads', async () => {
  const inner = await memoryLedger()
  const stored = anEntry('1_a', { change: create('ada') })
  await inner.append(stored)
  const ledger = ledgerWithRoom(inner, roomWith(true))
  await expect(ledger.append(anEntry('1_b', { change: create('bob') }))).rejects.toThrow(StorageFailure)
  expect(await ledger.event(aWorkspace, stored.event.requestId)).toEqual(stored.event)
})

it('tells of writes that fail for want of a disk, and of no others', async () => {
  const room = roomWith(false)
  const failing = (error: Error) =>
    ledgerWithRoom({ ...createMemoryLedger(createMemoryDirectory()), append: () => Promise.reject(error) }, room)
  const entry = anEntry('1_a', { change: create('ada') })
  await expect(failing(new StorageFailure('broken')).append(entry)).rejects.toThrow(StorageFailure)
  await expect(failing(new Error('a bug')).append(entry)).rejects.toThrow('a bug')
  expect(room.failures).toEqual(['broken'])
})
