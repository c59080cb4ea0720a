import { expect, it } from 'vitest'
import { preparedFolder } from '../../test/command-folder.ts'

it('makes workspaces and lists them in their order', async () => {
  const folder = await preparedFolder()
  const { workspace } = await folder.json('keys', 'workspaces', 'create', '--name', 'second')
  const { workspaces } = await folder.json('keys', 'workspaces', 'list')
  expect(workspaces).toMatchObject([{ name: 'first' }, { name: 'second', createdAt: '2026-11-01T00:00:00.000Z' }])
  expect(Object(workspaces)[1]).toEqual(workspace)
  const { out } = await folder.run(['keys', 'workspaces', 'list'])
  expect(out).toMatch(/^ws_\w{16} +second +2026-11-01T00:00:00\.000Z$/m)
})
