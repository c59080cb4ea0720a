import { expect, it } from 'vitest'
import { preparedFolder } from '../../test/command-folder.ts'
import { readConfig } from '../config.ts'
import { withStore, workspaceOf } from './store.ts'

it('closes the database after the work, also when the work fails', async () => {
  const { dataDir } = await preparedFolder()
  const config = readConfig({ TRACIO_DATA_DIR: dataDir })
  const used = await withStore(config, async ({ db }) => db)
  expect(used.isOpen).toBe(false)
  let failing: typeof used | undefined
  const work = withStore(config, async ({ db }) => {
    failing = db
    throw new Error('halfway')
  })
  await expect(work).rejects.toThrow('halfway')
  expect(failing?.isOpen).toBe(false)
})

it('takes the only workspace for the one that is meant, and no other than the named one', async () => {
  const folder = await preparedFolder()
  const config = readConfig({ TRACIO_DATA_DIR: folder.dataDir })
  const find = (wanted?: string) => withStore(config, ({ directory }) => workspaceOf(directory, wanted))
  const only = await find()
  expect(await find(only)).toBe(only)
  await expect(find('ws_none')).rejects.toThrow('no such workspace')
  await folder.json('keys', 'workspaces', 'create', '--name', 'second')
  await expect(find()).rejects.toThrow('several workspaces')
  expect(await find(only)).toBe(only)
})
