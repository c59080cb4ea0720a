import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { type CommandFolder, preparedFolder } from '../../test/command-folder.ts'
import { complaints } from '../../test/complaints.ts'

let folder: CommandFolder
beforeEach(async () => {
  folder = await preparedFolder()
})

it('finds a key that does not belong to the database', async () => {
  await folder.json('keys', 'lid-secret')
  writeFileSync(join(folder.dataDir, 'secret.key'), 'ab'.repeat(32))
  expect(await complaints(folder)).toMatchObject([
    { check: 'stored_secrets', outcome: 'problem', found: expect.stringContaining('1 of 1') },
  ])
})
