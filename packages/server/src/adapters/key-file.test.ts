import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readKeyFile, readOrMakeKeyFile } from './key-file.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'tracio-key-'))

it('makes a key once and reads it ever after', () => {
  const dir = join(folder(), 'data')
  const key = readOrMakeKeyFile(dir)
  expect(key).toHaveLength(32)
  expect(readOrMakeKeyFile(dir)).toEqual(key)
})

it('lets nobody but the owner read it', () => {
  const dir = folder()
  readOrMakeKeyFile(dir)
  expect(statSync(join(dir, 'secret.key')).mode & 0o077).toBe(0)
})

it('refuses a damaged key instead of replacing it', () => {
  const dir = folder()
  writeFileSync(join(dir, 'secret.key'), 'half a k')
  expect(() => readOrMakeKeyFile(dir)).toThrow('Restore it from a backup')
})

it('does not make a key where only one that was there before is of use', () => {
  const dir = folder()
  expect(() => readKeyFile(dir)).toThrow('is missing')
  expect(readOrMakeKeyFile(dir)).toEqual(readKeyFile(dir))
})
