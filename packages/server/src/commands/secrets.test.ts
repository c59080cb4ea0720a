import { beforeEach, describe, expect, it } from 'vitest'
import { type CommandFolder, preparedFolder } from '../../test/command-folder.ts'

let folder: CommandFolder
beforeEach(async () => {
  folder = await preparedFolder()
})

it('shows a secret once, and afterwards only its id', async () => {
  const made = await folder.run(['keys', 'secrets', 'create', '--name', 'backend', '--scope', 'events'])
  const secret = /tracio_sk_[0-9a-z]{48}/.exec(made.out)?.[0] ?? 'none'
  expect(made.err).toContain('not shown again')
  const listed = await folder.run(['keys', 'secrets', 'list'])
  expect(listed.out).not.toContain(secret)
  const id = /^id +([0-9a-f]{12})$/m.exec(made.out)?.[1]
  expect(listed.out).toMatch(new RegExp(`^${id} +backend +ws_\\w+ +events +every address +- +valid$`, 'm'))
})

it('binds a secret to a time and to networks, and tells when the time is over', async () => {
  const args = [
    '--name',
    'ci',
    '--scope',
    'signals',
    '--scope',
    'events',
    '--expires',
    '90d',
    '--network',
    '10.0.0.0/8',
  ]
  await folder.json('keys', 'secrets', 'create', ...args)
  const expected = {
    name: 'ci',
    scopes: ['events', 'signals'],
    networks: ['10.0.0.0/8'],
    expiresAt: '2027-01-30T00:00:00.000Z',
    revokedAt: null,
  }
  expect(await folder.json('keys', 'secrets', 'list')).toMatchObject({ secrets: [{ ...expected, state: 'valid' }] })
  folder.clock.at += 90 * 86_400_000
  expect(await folder.json('keys', 'secrets', 'list')).toMatchObject({ secrets: [{ ...expected, state: 'expired' }] })
})

it('revokes a secret by its id', async () => {
  const { secret } = await folder.json('keys', 'secrets', 'create', '--name', 'ci', '--scope', 'events')
  const { id } = Object(secret)
  expect(await folder.json('keys', 'secrets', 'revoke', id)).toMatchObject({
    secret: { id, state: 'revoked', revokedAt: '2026-11-01T00:00:00.000Z' },
  })
})

describe('refuses', () => {
  it.each([
    ['a secret without a scope', ['create', '--name', 'x'], 2, "required option '--scope <scope>'"],
    ['an unknown scope', ['create', '--name', 'x', '--scope', 'root'], 2, 'identify, events, signals, admin'],
    ['a life that is over', ['create', '--name', 'x', '--scope', 'events', '--expires', '2020-01-01'], 2, '"90d"'],
    ['a network by name', ['create', '--name', 'x', '--scope', 'events', '--network', 'office'], 2, 'a CIDR'],
    ['an unknown id', ['revoke', '0123456789ab'], 3, 'no such secret'],
  ])('%s', async (_name, args, code, message) => {
    expect(await folder.run(['keys', 'secrets', ...args])).toMatchObject({
      code,
      out: '',
      err: expect.stringContaining(message),
    })
  })
})
