import { expect, it } from 'vitest'
import { anEntry, create } from '../test/ledger-entries.ts'
import { keep } from './keep.ts'
import type { Appended } from './ports/ledger.ts'
import { StorageFailure } from './ports/storage-failure.ts'

const entry = anEntry('1_a', { change: create('ada') })
const ledger = (outcome: Appended | Error) => ({
  append: () => (outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)),
})

it.each(['stored', 'moved'] as const)('hands on what the ledger says: %s', async (outcome) => {
  expect(await keep(entry, { ledger: ledger(outcome), whenFull: 'identify' })).toBe(outcome)
})

it.each(['full', 'broken'] as const)('keeps nothing, and says so, when the disk is %s', async (trouble) => {
  expect(await keep(entry, { ledger: ledger(new StorageFailure(trouble)), whenFull: 'identify' })).toBe('unstored')
})

it('refuses where the operator wants that', async () => {
  const failing = ledger(new StorageFailure('full'))
  await expect(keep(entry, { ledger: failing, whenFull: 'refuse' })).rejects.toThrow(StorageFailure)
})

it('never takes a bug for a full disk', async () => {
  await expect(keep(entry, { ledger: ledger(new Error('a bug')), whenFull: 'identify' })).rejects.toThrow('a bug')
})
