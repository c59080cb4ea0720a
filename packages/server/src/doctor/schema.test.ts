import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, it } from 'vitest'
import { type CommandFolder, preparedFolder } from '../../test/command-folder.ts'
import { complaints } from '../../test/complaints.ts'
import { databaseFile } from '../adapters/sqlite/database.ts'

let folder: CommandFolder
beforeEach(async () => {
  folder = await preparedFolder()
})

it('finds a file that is no database', async () => {
  const file = databaseFile(folder.dataDir)
  writeFileSync(file, 'x'.repeat(4096))
  expect(await complaints(folder)).toMatchObject([
    { check: 'schema', outcome: 'problem', found: expect.stringContaining('no database') },
  ])
})

it('finds an old schema and a newer one', async () => {
  const file = databaseFile(folder.dataDir)
  const db = new DatabaseSync(file)
  db.exec('PRAGMA user_version = 1')
  expect(await complaints(folder)).toMatchObject([{ check: 'schema', outcome: 'warning' }])
  db.exec('PRAGMA user_version = 999')
  expect(await complaints(folder)).toMatchObject([{ check: 'schema', outcome: 'problem' }])
  db.close()
})
