import { beforeEach, expect, it } from 'vitest'
import { type CommandFolder, preparedFolder } from '../../test/command-folder.ts'
import { complaints } from '../../test/complaints.ts'

let folder: CommandFolder
beforeEach(async () => {
  folder = await preparedFolder()
})

it('finds keys that every origin may use and secrets that have expired, but not what was revoked', async () => {
  await folder.run(['keys', 'create', '--name', 'open'])
  await folder.run(['keys', 'create', '--name', 'staging', '--environment', 'test'])
  await folder.run(['keys', 'create', '--name', 'bound', '--origin', 'https://shop.example'])
  await folder.run([
    'keys',
    'secrets',
    'create',
    '--name',
    'old',
    '--scope',
    'events',
    '--expires',
    '2026-11-01T00:00:00.001Z',
  ])
  const { key } = await folder.json('keys', 'create', '--name', 'gone')
  await folder.run(['keys', 'revoke', String(Object(key).key)])
  expect(await complaints(folder)).toMatchObject([
    { check: 'keys', outcome: 'warning', found: 'Every origin may use the live key "open".' },
    {
      check: 'keys',
      outcome: 'warning',
      found: expect.stringMatching(/^The API secret "old" \([0-9a-f]{12}\) has expired\.$/),
    },
  ])
})
