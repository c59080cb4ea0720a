import { inflateRawSync } from 'node:zlib'
import { decodeEnvelope, decodePayload } from '@tracio/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { type Answer, aSession, type LocalServer, localServer, type Received } from '../test/local-server.ts'
import type { Global } from './global.ts'
import { type Call, collectEnvelope, type IdentifyDeps, identify } from './identify.ts'
import type { Sources } from './run.ts'
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

async function deps(world: Global = g, answer = answering): Promise<IdentifyDeps> {
  server = await localServer(answer)
  const sources: Sources = { cores: () => ({ value: 8 }), memoryGib: () => ({ absent: 'unavailable' }) }
  return { g: world, endpoint: server.endpoint, publicKey: 'pk', sources, log: () => undefined, budgetMs: 300 }
}
const call: Call = { extendedResult: false }

/** The payload of the last request, opened as the server does for a page without WebCrypto. */
const sent = (): unknown => {
  const envelope = decodeEnvelope(server?.received.at(-1)?.body ?? new Uint8Array())
  return decodePayload(JSON.parse(inflateRawSync(envelope?.bytes ?? new Uint8Array()).toString()))
}

const readings = { values: { s7: 8 }, gaps: { s8: -1 }, differing: {} }
const frame = {
  agent: AGENT_VERSION,
  phase: 'primary',
  custom: { fields: {}, fieldsRejected: 0 },
  readings,
  timings: { s7: expect.any(Number), s8: expect.any(Number) },
}

it('sends one payload that the server understands, without query and fragment of the page', async () => {
  expect(await identify(await deps(), call)).toMatchObject({ answer: { visitorId: 'v' } })
  expect(sent()).toEqual({ ...frame, url: 'https://shop.example/cart' })
  expect(server?.received.map(({ method }) => method)).toEqual(['GET', 'POST'])
})

it('says what the page wants and calls the visitor', async () => {
  const said = { linkedId: 'account 7', linkedIdType: 'email', linkedIdSig: 'ab', tag: 'checkout' } as const
  await identify(await deps(), { ...said, fields: { plan: 'pro', seats: null }, extendedResult: true })
  expect(sent()).toMatchObject({ ...said, custom: { fields: { plan: 'pro' }, fieldsRejected: 1 }, extended: true })
})

it('collects what it would have sent, and sends nothing', async () => {
  const envelope = decodeEnvelope(await collectEnvelope(await deps(), { ...call, tag: 'checkout' }))
  expect(JSON.parse(inflateRawSync(envelope?.bytes ?? new Uint8Array()).toString())).toMatchObject({ tag: 'checkout' })
  expect(envelope?.session).toBe(aSession.session)
  expect(server?.received.map(({ method }) => method)).toEqual(['GET'])
})

describe('Global Privacy Control', () => {
  const asking = (globalPrivacyControl: boolean): Global => ({ ...g, navigator: { globalPrivacyControl } })

  it.each([
    ['asked for', asking(true), true],
    ['not asked for', asking(false), false],
    ['unknown to the browser', g, undefined],
  ])('is reported as it is: %s', async (_name, world, gpc) => {
    await identify(await deps(world), call)
    expect(sent()).toMatchObject({ phase: 'primary', ...(gpc === undefined ? {} : { gpc }) })
    expect(Reflect.has(Object(sent()), 'gpc')).toBe(gpc !== undefined)
  })

  it('lets nothing be read before a session was granted', async () => {
    const order: string[] = []
    const refusing = ({ method }: Received): Answer => {
      order.push(method)
      return { status: 403, json: { ok: false, error: { code: 'privacy_opt_out', message: 'No.' } } }
    }
    const sources: Sources = { cores: () => ({ value: order.push('read') }) }
    const asked = { ...(await deps(asking(true), refusing)), sources }
    await expect(identify(asked, call)).rejects.toMatchObject({ code: 'opted_out', retryable: false })
    expect(order).toEqual(['GET'])
  })

  it('lets everything be read once it was', async () => {
    await identify(await deps(asking(true)), call)
    expect(sent()).toMatchObject({ readings, gpc: true })
  })
})

it('shortens an address that would spoil the payload', async () => {
  await identify(
    await deps({ ...g, location: { origin: 'https://a.example', pathname: `/${'x'.repeat(3000)}` } }),
    call,
  )
  expect(sent()).toMatchObject({ url: expect.stringMatching(/^https:\/\/a\.example\/x{2029}x?$/) })
})

it.each<[string, Global]>([
  ['a sandboxed page', { ...g, location: { origin: 'null', pathname: 'srcdoc' } }],
  ['a place without an address', { ...g, location: {} }],
])('leaves the address out for %s', async (_name, world) => {
  await identify(await deps(world), call)
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
  await identify({ ...(await deps(world)), sources: { cores: slow } }, call)
  expect(server?.received.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST'])
})
