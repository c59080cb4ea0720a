import { inflateRawSync } from 'node:zlib'
import { decodeEnvelope, decodePayload } from '@tracio/contract'
import { afterEach, expect, it } from 'vitest'
import { type Answer, aSession, type LocalServer, localServer, type Received } from '../test/local-server.ts'
import type { Global } from './global.ts'
import { type IdentifyDeps, identify } from './identify.ts'
import type { Settings } from './options.ts'
import { AGENT_VERSION } from './version.ts'

const { fetch, Blob, Response, CompressionStream, setTimeout: later } = globalThis
const g: Global = {
  ...{ fetch, Blob, Response, CompressionStream },
  atob: (text) => atob(text),
  setTimeout: (callback, ms) => later(callback, ms),
  location: { origin: 'https://shop.example', pathname: '/cart', href: 'https://shop.example/cart?secret=1#2' },
}

let server: LocalServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const answering = ({ method }: Received): Answer => ({ json: method === 'GET' ? aSession : { visitorId: 'v' } })

async function deps(changes: Partial<Settings> = {}, world: Global = g): Promise<IdentifyDeps> {
  server = await localServer(answering)
  const settings = { publicKey: 'pk', timeoutMs: 5000, endpoint: server.endpoint, ...changes }
  return { g: world, settings, sources: { cores: () => ({ value: 8 }), memoryGib: () => ({ absent: 'unavailable' }) } }
}

/** The payload of the last request, opened as the server does for a page without WebCrypto. */
const sent = (): unknown => {
  const envelope = decodeEnvelope(server?.received.at(-1)?.body ?? new Uint8Array())
  return decodePayload(JSON.parse(inflateRawSync(envelope?.bytes ?? new Uint8Array()).toString()))
}

const readings = { values: { s7: 8 }, gaps: { s8: -1 }, differing: {} }
const frame = {
  agent: AGENT_VERSION,
  phase: 'primary',
  readings,
  timings: { s7: expect.any(Number), s8: expect.any(Number) },
}

it('sends one payload that the server understands, without query and fragment of the page', async () => {
  expect(await identify(await deps(), false)).toEqual({ visitorId: 'v' })
  expect(sent()).toEqual({ ...frame, url: 'https://shop.example/cart' })
  expect(server?.received.map(({ method }) => method)).toEqual(['GET', 'POST'])
})

it('says what the page wants and calls the visitor', async () => {
  await identify(await deps({ linkedId: 'account 7', tag: 'checkout' }), true)
  expect(sent()).toMatchObject({ linkedId: 'account 7', tag: 'checkout', extended: true })
})

it('shortens an address that would spoil the payload', async () => {
  await identify(
    await deps({}, { ...g, location: { origin: 'https://a.example', pathname: `/${'x'.repeat(3000)}` } }),
    false,
  )
  expect(sent()).toMatchObject({ url: expect.stringMatching(/^https:\/\/a\.example\/x{2029}x?$/) })
})

it.each<[string, Global]>([
  ['a sandboxed page', { ...g, location: { origin: 'null', pathname: 'srcdoc' } }],
  ['a place without an address', { ...g, location: {} }],
])('leaves the address out for %s', async (_name, world) => {
  await identify(await deps({}, world), false)
  expect(sent()).toEqual(frame)
})

it('opens another session when the first has grown old while the sources ran', async () => {
  let ms = 0
  const world: Global = { ...g, performance: { now: () => ms } }
  const slow = async (): Promise<{ value: number }> => {
    await new Promise((resolve) => later(resolve, 50))
    ms = 10 * 60_000
    return { value: 8 }
  }
  await identify({ ...(await deps({}, world)), sources: { cores: slow } }, false)
  expect(server?.received.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST'])
})
