import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { type CommandFolder, commandFolder, preparedFolder } from '../../test/command-folder.ts'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { dataFolder, key } from './data-folder.ts'

let folder: CommandFolder
beforeEach(async () => {
  folder = await preparedFolder()
})
const patient = () => healthyPatient({ TRACIO_DATA_DIR: folder.dataDir })

it('is content with a folder as the server makes it', () => {
  expect(dataFolder.examine(patient())).toMatchObject({ outcome: 'ok' })
  expect(key.examine(patient())).toMatchObject({ outcome: 'ok' })
})

it.each(['.', 'tracio.sqlite', 'secret.key'])('finds what others may read: %s', (name) => {
  const file = join(folder.dataDir, name)
  chmodSync(file, 0o744)
  expect(dataFolder.examine(patient())).toMatchObject([
    { outcome: 'problem', found: expect.stringContaining('Other users'), advice: expect.stringContaining('chmod') },
  ])
})

it('knows a folder that was never used from one that lost its key', () => {
  const unused = healthyPatient({ TRACIO_DATA_DIR: commandFolder().dataDir })
  expect([dataFolder.examine(unused), key.examine(unused)]).toMatchObject([
    { outcome: 'warning' },
    { outcome: 'warning' },
  ])
  rmSync(join(folder.dataDir, 'secret.key'))
  expect(() => key.examine(patient())).toThrow('Restore it from a backup')
})

it('finds a file where the folder should be', () => {
  const file = join(folder.dataDir, 'file')
  writeFileSync(file, '')
  expect(dataFolder.examine(healthyPatient({ TRACIO_DATA_DIR: file }))).toMatchObject({ outcome: 'problem' })
})

it('needs no key file where the key is a setting', () => {
  const set = healthyPatient({ TRACIO_DATA_DIR: commandFolder().dataDir, TRACIO_SECRET_KEY: 'ab'.repeat(32) })
  expect(key.examine(set)).toMatchObject({ outcome: 'ok', found: expect.not.stringContaining('abab') })
})
