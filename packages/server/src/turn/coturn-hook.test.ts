import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { EpochMs } from '@tracio/contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryTurnSightings } from '../adapters/memory/turn-sightings.ts'
import type { TurnSightings } from '../ports/turn-sightings.ts'
import { type CoturnHook, startCoturnHook } from './coturn-hook.ts'
import { createTurnCredentials } from './turn-credentials.ts'

const at = 1_710_432_000_000 as EpochMs
const secret = 'a-secret-of-these-tests'
const ada = Buffer.alloc(20, 1)
const credentials = createTurnCredentials(secret)
const { username } = credentials.issue(ada, (at + 600_000) as EpochMs)

let sightings: TurnSightings
let hook: CoturnHook
let client: Socket
const failures: unknown[] = []
beforeEach(async () => {
  sightings = createMemoryTurnSightings()
  const report = (error: unknown) => failures.push(error)
  hook = await startCoturnHook(
    { host: '127.0.0.1', port: 0 },
    { secret, credentials, sightings, now: () => at, report },
  )
  client = connect(hook.port, '127.0.0.1').setEncoding('utf8')
})
afterEach(async () => {
  client.destroy()
  await hook.close()
  expect(failures).toEqual([])
})

const command = (...words: readonly string[]): string =>
  `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`

/** Sends commands at once; the answers, a line each. */
async function send(...commands: readonly (readonly string[])[]): Promise<readonly string[]> {
  client.write(commands.map((words) => command(...words)).join(''))
  let text = ''
  while (text.split('\r\n').length <= commands.length) text += String((await once(client, 'data'))[0])
  return text.trimEnd().split('\r\n')
}

const key = (name = username, realm = 'tracio') =>
  `turn/realm/${realm}/user/${name}/allocation/001000000000000001/status`
const status = (remote: string, type = 'UDP') =>
  `new lifetime=600, type=${type}, local=192.0.2.2:3478, remote=${remote}, ssl=NONE, cipher=NONE`
const seen = () => sightings.addresses(ada.toString('base64url'), at)

it('remembers where coturn says that a browser is', async () => {
  const answers = await send(
    ['AUTH', secret],
    ['SELECT', '0'],
    ['keys', 'turn/*/allocation/*/status'],
    ['set', key(), status('198.51.100.7:46800')],
    ['publish', key(), status('198.51.100.7:46800')],
    ['set', key(), status('[2001:db8::7]:46800')],
    ['del', key()],
  )
  expect(answers).toEqual(['+OK', '+OK', '*0', '+OK', ':0', '+OK', ':0'])
  expect(await seen()).toEqual(['198.51.100.7', '2001:db8::7'])
})

it.each([
  ['of another realm', key(username, 'other'), status('198.51.100.7:1')],
  ['whose name is none of ours', key('somebody'), status('198.51.100.7:1')],
  ['whose time is over', key(credentials.issue(ada, (at - 1000) as EpochMs).username), status('198.51.100.7:1')],
  ['that ends', key(), 'deleted'],
  ['that goes on', key(), status('198.51.100.7:1').replace('new', 'refreshed')],
  ['over TCP, which a proxy may have made', key(), status('198.51.100.7:1', 'TCP')],
  ['without an address', key(), status('nowhere:1')],
  ['of another kind of key', key().replace('status', 'total_traffic'), status('198.51.100.7:1')],
])('remembers nothing of a session %s', async (_name, name, value) => {
  expect(await send(['AUTH', secret], ['set', name, value])).toEqual(['+OK', '+OK'])
  expect(await seen()).toEqual([])
})

it.each([
  ['no password', []],
  ['a wrong password', [['AUTH', 'guessed']]],
  [
    'a right password and then a wrong one',
    [
      ['AUTH', secret],
      ['AUTH', 'guessed'],
    ],
  ],
])('takes nothing from who has %s', async (_name, first) => {
  const answers = await send(...first, ['set', key(), status('198.51.100.7:1')])
  expect(answers.at(-1)).toMatch(/^-NOAUTH/)
  expect(await seen()).toEqual([])
})

it('says what it does not know, and goes on', async () => {
  expect(await send(['AUTH', secret], ['FLUSHALL'], ['PING'])).toEqual(['+OK', expect.stringMatching(/^-ERR/), '+PONG'])
})

it('hangs up on who speaks anything else', async () => {
  client.write('GET / HTTP/1.1\r\n\r\n')
  await once(client, 'close')
  expect(client.destroyed).toBe(true)
})

it('says which setting helps, when the port is taken', async () => {
  const again = startCoturnHook(
    { host: '127.0.0.1', port: hook.port },
    { secret, credentials, sightings, now: () => at, report: () => undefined },
  )
  await expect(again).rejects.toMatchObject({
    name: 'OperatorError',
    message: expect.stringContaining('TRACIO_TURN_HOOK'),
  })
})
