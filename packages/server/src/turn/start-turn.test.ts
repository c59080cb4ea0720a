import type { EpochMs } from '@tracio/contract'
import { afterEach, expect, it } from 'vitest'
import { createLogger } from '../logger.ts'
import { createMetrics } from '../metrics/metrics.ts'
import { layOutSessionId } from '../session/session-id.ts'
import { type RunningTurn, startTurn, type TurnConfig } from './start-turn.ts'
import { createTurnCredentials } from './turn-credentials.ts'

const at = 1_710_432_000_000 as EpochMs
const id = layOutSessionId(at, Buffer.alloc(10, 7), 1, 1)
const session = Buffer.concat([id, Buffer.alloc(24)]).toString('base64url')
const config: TurnConfig = {
  turn: 'on',
  turnHost: '127.0.0.1',
  turnPort: 0,
  turnUrls: undefined,
  turnSecret: undefined,
  turnHook: { host: '127.0.0.1', port: 0 },
  publicUrl: undefined,
}

let running: RunningTurn | undefined
afterEach(async () => {
  await running?.close()
  running = undefined
})

async function start(part: Partial<TurnConfig> = {}, key = Buffer.alloc(32, 1)): Promise<RunningTurn | undefined> {
  const deps = { key, now: () => at, metrics: createMetrics(), logger: createLogger('silent') }
  running = await startTurn({ ...config, ...part }, deps)
  return running
}
const offer = (turn: RunningTurn | undefined) =>
  turn?.parts.offerTurn({ session, expiresAt: at, hostname: 'shop.example' })

it('starts nothing unless it is told to', async () => {
  expect(await start({ turn: 'off' })).toBeUndefined()
})

it('sends browsers to the port that the observer listens on, of the host that they asked', async () => {
  const turn = await start()
  expect(offer(turn)?.urls).toBe(`turn:shop.example:${turn?.port}?transport=udp`)
})

it('sends browsers to the host where the server is public', async () => {
  const turn = await start({ publicUrl: 'https://id.example:8443' })
  expect(offer(turn)?.urls).toBe(`turn:id.example:${turn?.port}?transport=udp`)
})

it('sends browsers where it is told to', async () => {
  const turnUrls = ['turn:turn.example:3478?transport=udp']
  expect(offer(await start({ turnUrls }))?.urls).toEqual(turnUrls)
})

it('makes the secret of credentials from the server’s key, which other servers have not', async () => {
  const one = offer(await start())
  await running?.close()
  const again = offer(await start())
  await running?.close()
  const other = offer(await start({}, Buffer.alloc(32, 2)))
  expect(again?.credential).toBe(one?.credential)
  expect(other).toMatchObject({ username: one?.username })
  expect(other?.credential).not.toBe(one?.credential)
})

it('sends browsers to coturn, with credentials under the secret that it shares', async () => {
  const turn = await start({ turn: 'coturn', turnPort: 3478, turnSecret: 'a-secret-of-these-tests' })
  expect(offer(turn)).toEqual({
    urls: 'turn:shop.example:3478?transport=udp',
    ...createTurnCredentials('a-secret-of-these-tests').issue(id, at),
  })
})

it('lets coturn tell of browsers after their payloads, which its own observer never does', async () => {
  const turn = await start({ turn: 'coturn', turnSecret: 'a-secret-of-these-tests' })
  expect(turn?.parts.sightingDelayMs).toBeGreaterThan(0)
  await running?.close()
  expect((await start())?.parts.sightingDelayMs).toBeUndefined()
})

it('does not start for coturn without its secret', async () => {
  await expect(start({ turn: 'coturn' })).rejects.toMatchObject({
    name: 'OperatorError',
    message: expect.stringContaining('TRACIO_TURN_SECRET'),
  })
})
