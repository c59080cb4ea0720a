import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandFolder, preparedFolder } from '../../test/command-folder.ts'

it('shows the same secret each time, alone on standard output', async () => {
  const folder = await preparedFolder()
  const first = await folder.run(['keys', 'lid-secret'])
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/^\S+\n$/), err: '' })
  expect(await folder.json('keys', 'lid-secret')).toMatchObject({ lidSecret: first.out.trim() })
})

it('says what is missing when the key file is gone, and does not make another', async () => {
  const folder = await preparedFolder()
  rmSync(join(folder.dataDir, 'secret.key'))
  for (const _ of [1, 2]) {
    expect(await folder.run(['keys', 'lid-secret'])).toMatchObject({ code: 1, err: expect.stringContaining('backup') })
  }
  expect(await folder.run(['keys', 'list'])).toMatchObject({ code: 0 })
})

it('needs a database', async () => {
  expect(await commandFolder().run(['keys', 'lid-secret'])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^There is no database at .*\. Start the server once/),
  })
})
