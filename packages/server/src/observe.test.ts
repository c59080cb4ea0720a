import type { IpFacts } from '@tracio/contract'
import { prepare } from '@tracio/engine'
import { beforeEach, describe, expect, it } from 'vitest'
import { aKey, aWorkspace, otherWorkspace } from '../test/directory-contract.ts'
import { ARRIVAL, arrival, type FrontDesk, frontDesk, type ReceivedPart, received, SHOP } from '../test/front-desk.ts'
import { aPlace } from '../test/ip-intelligence-contract.ts'
import { aPayload, seal } from '../test/payloads.ts'
import { createMemoryIpIntelligence } from './adapters/memory/ip-intelligence.ts'
import { signLinkedId } from './auth/linked-id-secret.ts'
import { layOutToken, tokenHash } from './cookie-token.ts'
import { ingest } from './ingest.ts'
import { observe, type Received, type Seen, turnsOf } from './observe.ts'

let desk: FrontDesk
beforeEach(async () => {
  desk = await frontDesk()
})

/** Opens, prepares and observes, and stores nothing. */
async function look(request: Received): Promise<Seen> {
  const opened = await desk.open(request)
  return observe(opened, prepare(opened.readings, request.userAgent), request, desk.deps)
}

/** A whole visit, stored; the cookie that it was given. */
async function visit(request: Received): Promise<string> {
  const { token } = await ingest(request, desk.deps)
  if (token === undefined) throw new Error('The visit was given no cookie.')
  return token
}

const strangersCookie = layOutToken(received(Buffer.alloc(0)).at, Buffer.alloc(18, 7))

describe('waits its turn', () => {
  const turns = async (request: Received): Promise<string[]> => {
    const opened = await desk.open(request)
    return turnsOf(opened, prepare(opened.readings, request.userAgent), request)
  }

  it('behind those of its session, its cookie and its frozen key', async () => {
    const request = await arrival(desk, aPayload(), { cookie: 'a-cookie' })
    const { session, readings } = await desk.open(request)
    expect(await turns(request)).toEqual([
      `session ${session.id.bytes.toString('base64url')}`,
      `cookie ${aWorkspace} a-cookie`,
      `frozen ${aWorkspace} ${prepare(readings, request.userAgent).frozenKey}`,
    ])
  })

  it('behind its session alone when it brings no cookie and too little was read', async () => {
    expect(await turns(await arrival(desk, aPayload({})))).toEqual([expect.stringMatching(/^session /)])
  })
})

describe('keeps of the headers', () => {
  it('those that detectors look at, and nothing that is secret', async () => {
    const headers = {
      accept: '*/*',
      'accept-language': 'en-GB,en;q=0.9',
      'sec-ch-ua-platform': '"Linux"',
      'sec-fetch-site': 'same-site',
      cookie: '_tcid=secret; theirs=secret',
      authorization: 'Bearer secret',
      referer: 'https://shop.example/?token=secret',
      'x-forwarded-for': '192.0.2.9',
      'set-cookie': ['secret'],
    }
    expect((await look(await arrival(desk, aPayload(), { headers }))).observations.request.headers).toEqual({
      accept: '*/*',
      'accept-language': 'en-GB,en;q=0.9',
      'sec-ch-ua-platform': '"Linux"',
      'sec-fetch-site': 'same-site',
    })
  })

  it.each([
    [511, 511],
    [512, 512],
    [513, 512],
    [15_000, 512],
  ])('of a value of %i characters the first %i', async (length, kept) => {
    const request = await arrival(desk, aPayload(), { headers: { accept: 'a'.repeat(length) } })
    expect((await look(request)).observations.request.headers).toEqual({ accept: 'a'.repeat(kept) })
  })
})

it('hands the engine the facts of the page and of the request', async () => {
  const said = { linkedId: 'order-7', tag: 'login', fields: { plan: 'pro', seats: null }, gpc: false }
  const { observations } = await look(await arrival(desk, aPayload({}, said)))
  expect(observations.page).toEqual({
    agentVersion: '0.1.0',
    phase: 'primary',
    url: 'https://shop.example/login',
    linkedId: 'order-7',
    linkedIdType: 'opaque',
    linkedIdSigned: null,
    tag: 'login',
    fields: { plan: 'pro' },
    fieldsRejected: 1,
    gpc: false,
  })
  expect(observations.request).toMatchObject({
    at: ARRIVAL,
    ip: '192.0.2.1',
    session: 'fresh',
    sealed: true,
    environment: 'live',
    workspaceId: aWorkspace,
  })
  expect(observations.minted).toEqual({
    requestId: expect.stringMatching(/^1710432000_[0-9a-z]{12}$/),
    visitorId: expect.stringMatching(/^[0-9A-Za-z]{16}$/),
  })
})

describe('asks what is known of the address', () => {
  const told = async (facts: Partial<IpFacts>): Promise<void> => {
    const intelligence = createMemoryIpIntelligence({ '192.0.2.1': { scope: 'global', ...facts } })
    desk = { ...desk, deps: { ...desk.deps, intelligence } }
  }
  const observed = async (part: ReceivedPart = {}, signals = {}) =>
    (await look(await arrival(desk, aPayload(signals), part))).observations

  it('and hands it to the engine as it is known now', async () => {
    await told({ place: aPlace(), isp: 'an ISP' })
    expect((await observed()).ip).toMatchObject({ scope: 'global', place: { country: 'CZ' }, isp: 'an ISP' })
    expect((await observed({ ip: '198.51.100.1' })).ip).toMatchObject({ scope: 'documentation', place: null })
  })

  it('and counts the countries of a visitor', async () => {
    await told({ place: aPlace() })
    expect((await observed()).velocity?.newcomer['distinctCountry']).toEqual([1, 1, 1])
    expect((await observed({ ip: '198.51.100.1' })).velocity?.newcomer['distinctCountry']).toBe('no_country')
  })

  it('and how visitors of before fitted its country', async () => {
    await told({ place: aPlace() })
    await visit(await arrival(desk, aPayload({ timezone: 'Europe/Prague' })))
    await visit(await arrival(desk, aPayload({ timezone: 'Asia/Tokyo', cores: 2 })))
    expect((await observed({}, { timezone: 'Asia/Tokyo' })).history).toEqual({ zoneVisits7d: 2, zoneMismatches7d: 1 })
  })

  it('and takes the word of proxies between the visitor and the operator', async () => {
    const proxyHeaders = { via: '1.1 squid.example' }
    await told({})
    expect((await observed({ proxyHeaders })).request.proxyHeaders).toEqual(proxyHeaders)
    expect((await observed()).request.proxyHeaders).toEqual({})
  })

  it.each(['loopback', 'private', 'link_local', 'shared'] as const)(
    'and takes no proxy for the visitor’s own where the address is %s: it may be one that the operator has not listed',
    async (scope) => {
      await told({ scope })
      expect((await observed({ proxyHeaders: { via: '1.1 x' } })).request).not.toHaveProperty('proxyHeaders')
    },
  )

  it('and says nothing of proxies where a backend handed on', async () => {
    await told({})
    expect((await observed({ proxyHeaders: undefined })).request).not.toHaveProperty('proxyHeaders')
  })
})

describe('says of the linked id that', () => {
  const page = async (said: object) => (await look(await arrival(desk, aPayload({}, { ...said })))).observations.page
  const signature = async (linkedId: string) => signLinkedId(await desk.directory.lidSecret(aWorkspace), linkedId)

  it('the workspace’s secret signed it', async () => {
    const said = { linkedId: 'ada@example.com', linkedIdType: 'email', linkedIdSig: await signature('ada@example.com') }
    expect(await page(said)).toMatchObject({ linkedIdType: 'email', linkedIdSigned: true })
  })

  it.each([
    ['the signature of another id', () => signature('b')],
    ['no signature at all', async () => 'hello'],
    ['nothing', async () => ''],
    ['a number', async () => 7],
  ])('it is not signed by %s', async (_name, sig) => {
    expect(await page({ linkedId: 'a', linkedIdSig: await sig() })).toMatchObject({ linkedIdSigned: false })
  })

  it('there is none, whatever else was sent', async () => {
    expect(await page({ linkedIdType: 'email', linkedIdSig: await signature('') })).toMatchObject({
      linkedId: null,
      linkedIdType: null,
      linkedIdSigned: null,
    })
  })
})

describe('says of the cookie that', () => {
  it('there is none, and mints one', async () => {
    const seen = await look(await arrival(desk))
    expect(seen.observations.request.cookie).toBe('none')
    expect(seen.token).toMatch(/^[\w-]{30}$/)
    expect(seen.tokenHash).toEqual(tokenHash(seen.token ?? ''))
    expect(seen.observations.candidates.cookie).toBeNull()
  })

  it('it is known, keeps it, and finds its owner', async () => {
    const cookie = await visit(await arrival(desk))
    const seen = await look(await arrival(desk, aPayload(), { cookie }))
    expect(seen.observations.request.cookie).toBe('known')
    expect(seen.observations.candidates.cookie).toMatchObject({ visits: 1, disputed: false })
    expect([seen.token, seen.tokenHash]).toEqual([cookie, tokenHash(cookie)])
  })

  it.each([
    ['a cookie of our form that nobody has', strangersCookie],
    ['a cookie that is not of our form', 'junk'],
    ['an empty one', ''],
  ])('it is unknown, and mints another, for %s', async (_name, cookie) => {
    const seen = await look(await arrival(desk, aPayload(), { cookie }))
    expect(seen.observations.request.cookie).toBe('unknown')
    expect(seen.token).toMatch(/^[\w-]{30}$/)
    expect(seen.token).not.toBe(cookie)
  })

  it('none can be kept across sites, and mints none', async () => {
    const seen = await look(await arrival(desk, aPayload(), { cookiesReach: false }))
    expect(seen.observations.request.cookie).toBe('cross_site')
    expect([seen.token, seen.tokenHash]).toEqual([undefined, null])
  })

  it('it is unknown in a workspace that did not give it', async () => {
    const cookie = await visit(await arrival(desk))
    await desk.directory.addWorkspace(otherWorkspace, 'other', received(Buffer.alloc(0)).at)
    const key = aKey({ key: 'tracio_pk_2', workspaceId: otherWorkspace })
    await desk.directory.addPublicKey(key, received(Buffer.alloc(0)).at)
    const seen = await look(received(seal(await desk.issue(SHOP, 2), aPayload()), { cookie }))
    expect(seen.observations.request).toMatchObject({ cookie: 'unknown', workspaceId: otherWorkspace })
    expect(seen.observations.candidates).toEqual({ cookie: null, frozen: [] })
    expect(seen.token).not.toBe(cookie)
  })
})

it('finds those who hold the same frozen key', async () => {
  await visit(await arrival(desk))
  expect((await look(await arrival(desk))).observations.candidates.frozen).toHaveLength(1)
  expect((await look(await arrival(desk, aPayload({})))).observations.candidates.frozen).toEqual([])
})

describe('mints no cookie', () => {
  it('for an expired session', async () => {
    const seen = await look(await arrival(desk, aPayload(), { at: ARRIVAL + 600_001 }))
    expect(seen.observations.request.session).toBe('expired')
    expect([seen.token, seen.tokenHash]).toEqual([undefined, null])
  })

  it('for a late payload, and leaves the known one as it is', async () => {
    const cookie = await visit(await arrival(desk))
    const seen = await look(await arrival(desk, aPayload({}, { phase: 'late' }), { cookie }))
    expect(seen.observations.request.cookie).toBe('known')
    expect([seen.token, seen.tokenHash]).toEqual([undefined, null])
  })

  it('for another payload of a session that has sent one', async () => {
    const session = await desk.issue()
    await visit(received(seal(session, aPayload())))
    const seen = await look(received(seal(session, aPayload({}, { tag: 'again' }))))
    expect(seen.observations.request.session).toBe('replayed')
    expect([seen.token, seen.tokenHash, seen.retryOf]).toEqual([undefined, null, undefined])
  })
})

describe('knows the same payload again', () => {
  it('and gives its sender the same cookie', async () => {
    const request = await arrival(desk)
    const cookie = await visit(request)
    const seen = await look({ ...request, at: received(request.body, { at: ARRIVAL + 5000 }).at })
    expect(seen.retryOf).toMatchObject({ at: ARRIVAL, session: 'fresh' })
    expect(seen.token).toBe(cookie)
  })

  it.each<[string, Partial<Received>]>([
    ['another address', { ip: '192.0.2.2' }],
    ['another browser', { userAgent: 'curl/8' }],
  ])('and gives no cookie to %s with a copy of it', async (_name, part) => {
    const request = await arrival(desk)
    await visit(request)
    const seen = await look({ ...request, ...part })
    expect(seen.retryOf).toBeDefined()
    expect([seen.token, seen.tokenHash]).toEqual([undefined, null])
  })
})
