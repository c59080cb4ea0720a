import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import type { StorageCondition } from '../storage-room.ts'
import { collectStorage } from './collect-storage.ts'

it('reads sizes, free space and condition anew each time', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tracio-figures-')), 'tracio.sqlite')
  writeFileSync(file, 'x'.repeat(2048))
  let condition: StorageCondition = 'fine'
  const registry = new Registry()
  collectStorage(registry, { file, room: { condition: () => condition, freeBytes: () => 7 } })
  const before = await registry.metrics()
  expect(before).toContain('tracio_database_bytes 2048')
  expect(before).toContain('tracio_wal_bytes 0')
  expect(before).toContain('tracio_disk_free_bytes 7')
  expect(before).toContain('tracio_storage_degraded 0')
  writeFileSync(`${file}-wal`, 'x'.repeat(99))
  condition = 'full'
  const after = await registry.metrics()
  expect(after).toContain('tracio_wal_bytes 99')
  expect(after).toContain('tracio_storage_degraded 1')
})

it('says that it does not know the free space rather than zero', async () => {
  const registry = new Registry()
  collectStorage(registry, { file: '/nowhere', room: { condition: () => 'fine', freeBytes: () => null } })
  expect(await registry.metrics()).toContain('tracio_disk_free_bytes Nan')
})
