import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commandFolder, preparedFolder } from '../../test/command-folder.ts'
import { complaints } from '../../test/complaints.ts'
import { databaseFile } from '../adapters/sqlite/database.ts'

it('has nothing to complain of in a fresh folder, and changes nothing there', async () => {
  const folder = await preparedFolder()
  await folder.json('keys', 'lid-secret')
  const file = databaseFile(folder.dataDir)
  const before = readFileSync(file)
  expect(await complaints(folder)).toEqual([])
  expect(readFileSync(file).equals(before)).toBe(true)
})

it('takes a folder that was never used for what it is', async () => {
  expect(await complaints(commandFolder())).toMatchObject([
    { check: 'data_folder', outcome: 'warning' },
    { check: 'key', outcome: 'warning' },
  ])
})
