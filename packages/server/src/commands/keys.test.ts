import { beforeEach, describe, expect, it } from 'vitest'
import { type CommandFolder, preparedFolder } from '../../test/command-folder.ts'

let folder: CommandFolder
beforeEach(async () => {
  folder = await preparedFolder()
})

/** Makes a key and gives its text. */
async function create(...args: readonly string[]): Promise<string> {
  const { key } = await folder.json('keys', 'create', '--name', 'shop', ...args)
  expect(key).toMatchObject({ key: expect.stringMatching(/^tracio_pk_[0-9a-f]{40}$/) })
  return String(Object(key).key)
}

it('makes a key as told, and lists it', async () => {
  const origins = ['https://a.example', 'https://b.example']
  const text = await create(
    ...['--environment', 'test', '--answer', 'id', '--privacy-control', 'obey'],
    ...origins.flatMap((origin) => ['--origin', origin]),
  )
  expect(await folder.json('keys', 'list')).toEqual({
    keys: [
      {
        key: text,
        workspaceId: expect.stringMatching(/^ws_/),
        name: 'shop',
        environment: 'test',
        answerLevel: 'id',
        origins,
        privacyControl: 'obey',
        createdAt: '2026-11-01T00:00:00.000Z',
        revokedAt: null,
      },
    ],
  })
})

it('warns of a live key that every origin may use, and says what to do', async () => {
  const { code, out, err } = await folder.run(['keys', 'create', '--name', 'shop'])
  expect(code).toBe(0)
  expect(err).toContain('Every origin may use this key. Name yours: tracio keys update tracio_pk_')
  expect(out).toMatch(/^origins +every origin$/m)
})

it('changes what is named, replaces origins, and opens a key to every origin', async () => {
  const text = await create('--origin', 'https://a.example')
  const change = ['--name', 'new', '--origin', 'https://b.example', '--answer', 'full']
  expect(await folder.json('keys', 'update', text, ...change)).toMatchObject({
    key: { name: 'new', origins: ['https://b.example'], answerLevel: 'full', privacyControl: 'report' },
  })
  expect(await folder.json('keys', 'update', text, '--any-origin')).toMatchObject({ key: { name: 'new', origins: [] } })
})

it('revokes a key, stays fine when told twice, and lets nobody change it any more', async () => {
  const text = await create()
  expect(await folder.json('keys', 'revoke', text)).toMatchObject({ key: { revokedAt: '2026-11-01T00:00:00.000Z' } })
  folder.clock.at += 1000
  expect(await folder.json('keys', 'revoke', text)).toMatchObject({ key: { revokedAt: '2026-11-01T00:00:00.000Z' } })
  expect(await folder.run(['keys', 'update', text, '--name', 'x'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('was revoked'),
  })
})

it('asks for the workspace only when there are several', async () => {
  const { workspace } = await folder.json('keys', 'workspaces', 'create', '--name', 'second')
  const id = String(Object(workspace).id)
  expect(await folder.run(['keys', 'create', '--name', 'shop'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--workspace'),
  })
  expect(await folder.json('keys', 'create', '--name', 'shop', '--workspace', id)).toMatchObject({
    key: { workspaceId: id },
  })
})

it('shows a table to people', async () => {
  const text = await create('--origin', 'https://a.example')
  const { out } = await folder.run(['keys', 'list'])
  expect(out).toMatch(/^public key +name +workspace +env +answer +privacy +origins +revoked$/m)
  expect(out).toMatch(new RegExp(`^${text} +shop +ws_\\w+ +live +verdict +report +https://a.example +-$`, 'm'))
})

describe('refuses', () => {
  it.each([
    ['a key that nobody made', ['keys', 'revoke', 'tracio_pk_none'], 3, '"tracio keys list" lists them'],
    ['a change of nothing', ['keys', 'update', 'tracio_pk_none'], 2, 'Name what to change'],
    ['a key without a name', ['keys', 'create'], 2, "required option '--name <name>'"],
    [
      'an origin with a path',
      ['keys', 'create', '--name', 'x', '--origin', 'https://a.example/b'],
      2,
      'without a path',
    ],
    ['an unknown environment', ['keys', 'create', '--name', 'x', '--environment', 'prod'], 2, 'live, test'],
    ['an unknown workspace', ['keys', 'create', '--name', 'x', '--workspace', 'ws_none'], 3, 'no such workspace'],
    [
      'origins and every origin',
      ['keys', 'update', 'x', '--origin', 'https://a.example', '--any-origin'],
      2,
      'cannot be used with',
    ],
  ])('%s', async (_name, args, code, message) => {
    expect(await folder.run(args)).toEqual({ code, out: '', err: expect.stringContaining(message) })
  })
})
