import type { EpochMs } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import { createMemoryDirectory } from '../adapters/memory/directory.ts'
import { StorageFailure } from '../ports/storage-failure.ts'
import { createSecretRing, SECRET_KEPT_MS } from './secret-ring.ts'

const HOUR_MS = 3_600_000
const start = 1_710_432_000_000
const at = (ms: number): EpochMs => (start + ms) as EpochMs

it('makes one secret at the first need and keeps it for a day', async () => {
  const ring = createSecretRing(createMemoryDirectory())
  const first = await ring.newest(at(0))
  expect((await ring.newest(at(24 * HOUR_MS))).number).toBe(first.number)
  expect((await ring.newest(at(24 * HOUR_MS + 1))).number).not.toBe(first.number)
})

it('still knows yesterday’s secret', async () => {
  const ring = createSecretRing(createMemoryDirectory())
  const first = await ring.newest(at(0))
  await ring.newest(at(25 * HOUR_MS))
  expect((await ring.numbered(first.number, at(25 * HOUR_MS)))?.key.equals(first.key)).toBe(true)
})

it('knows what another process made since', async () => {
  const directory = createMemoryDirectory()
  const [one, other] = [createSecretRing(directory), createSecretRing(directory)]
  await one.newest(at(0))
  const made = await other.newest(at(25 * HOUR_MS))
  expect((await one.numbered(made.number, at(25 * HOUR_MS)))?.key.equals(made.key)).toBe(true)
})

it('survives a restart', async () => {
  const directory = createMemoryDirectory()
  const before = await createSecretRing(directory).newest(at(0))
  expect((await createSecretRing(directory).newest(at(HOUR_MS))).key.equals(before.key)).toBe(true)
})

it('lets the store forget secrets that no session can need any more', async () => {
  const directory = createMemoryDirectory()
  const ring = createSecretRing(directory)
  await ring.newest(at(0))
  await ring.newest(at(SECRET_KEPT_MS + 1))
  expect(await directory.sessionSecrets()).toHaveLength(1)
})

it('asks the store at most ten times a second for numbers that nobody made', async () => {
  const directory = createMemoryDirectory()
  let asked = 0
  const ring = createSecretRing({
    ...directory,
    sessionSecrets: () => {
      asked += 1
      return directory.sessionSecrets()
    },
  })
  await ring.newest(at(0))
  const before = asked
  for (let i = 0; i < 1000; i++) await ring.numbered(40_000 + i, at(i))
  expect(asked - before).toBeLessThanOrEqual(10)
})

describe('while the store cannot be written', () => {
  const unwritable = () => Promise.reject(new StorageFailure('full'))

  it('goes on with the secret it has', async () => {
    const directory = createMemoryDirectory()
    let add = directory.addSessionSecret
    const ring = createSecretRing({ ...directory, addSessionSecret: (...secret) => add(...secret) })
    const first = await ring.newest(at(0))
    add = unwritable
    expect((await ring.newest(at(25 * HOUR_MS))).number).toBe(first.number)
    add = directory.addSessionSecret
    expect((await ring.newest(at(26 * HOUR_MS))).number).not.toBe(first.number)
  })

  it('has nothing to go on with at the very first', async () => {
    const ring = createSecretRing({ ...createMemoryDirectory(), addSessionSecret: unwritable })
    await expect(ring.newest(at(0))).rejects.toThrow(StorageFailure)
  })
})
