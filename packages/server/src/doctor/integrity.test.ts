import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, it } from 'vitest'
import { type CommandFolder, preparedFolder } from '../../test/command-folder.ts'
import { complaints } from '../../test/complaints.ts'
import { databaseFile } from '../adapters/sqlite/database.ts'

let folder: CommandFolder
beforeEach(async () => {
  folder = await preparedFolder()
})

it('finds a damaged database', async () => {
  const file = databaseFile(folder.dataDir)
  const db = new DatabaseSync(file)
  const root = Number(
    db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'visitors_by_id'").get()?.['rootpage'],
  )
  const size = Number(db.prepare('PRAGMA page_size').get()?.['page_size'])
  db.close()
  const bytes = readFileSync(file)
  bytes.fill(0xff, (root - 1) * size, root * size)
  writeFileSync(file, bytes)
  expect(await complaints(folder)).toMatchObject([
    { check: 'integrity', outcome: 'problem', advice: expect.stringContaining('restore a backup') },
  ])
})
