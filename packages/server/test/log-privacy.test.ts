import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMemoryDirectory } from '../src/adapters/memory/directory.ts'
import { createMemoryLedger } from '../src/adapters/memory/ledger.ts'
import { createLogger } from '../src/logger.ts'
import { aPayload, seal } from './payloads.ts'
import { type RunningApp, runApp } from './running-app.ts'

/** Everything that must not be found in the log, each in its own place of a request. */
const MARKS = {
  address: '203.0.113.77',
  address6: '2001:db8:dead::77',
  cookie: 'MarkedCookie',
  secret: `tracio_sk_${'m'.repeat(48)}`,
  userAgent: 'MarkedBrowser/1.0',
  linkedId: 'marked-linked-id',
  tag: 'marked-tag',
  page: 'https://shop.example/marked-page',
  origin: 'https://marked-origin.example',
  query: 'marked-query',
  token: 'marked-metrics-token',
  body: 'marked-body',
}
const HEADERS = {
  'x-forwarded-for': `${MARKS.address6}, ${MARKS.address}`,
  'x-real-ip': MARKS.address,
  authorization: `Bearer ${MARKS.secret}`,
  cookie: `_tcid=${MARKS.cookie}`,
  'user-agent': MARKS.userAgent,
  origin: MARKS.origin,
  referer: MARKS.page,
}

let server: RunningApp
const lines: string[] = []
beforeAll(async () => {
  const directory = createMemoryDirectory()
  server = await runApp(
    {
      demo: true,
      trustProxy: ['127.0.0.1', '::1'],
      metricsToken: MARKS.token,
      logger: createLogger('debug', { write: (line) => void lines.push(line) }),
      rates: { perAddress: 30, perKey: 0, perSecret: 30 },
    },
    undefined,
    { directory, ledger: createMemoryLedger(directory) },
  )
})
afterAll(() => server.app.close())

const ask = async (method: string, path: string, body?: string | Buffer<ArrayBuffer>, more = {}): Promise<string> => {
  const response = await fetch(server.url + path, { method, headers: { ...HEADERS, ...more }, body: body ?? null })
  return response.text()
}

/** Bytes that never become a request. */
const raw = (text: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(server.url).port), 'localhost', () => socket.end(text))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve())
    socket.resume()
  })

it('logs of every route, in every outcome, nothing that names a visitor or opens a door', async () => {
  const { publicKey, apiSecret, workspaceId } = server.first
  const session = await server.session(HEADERS)
  const payload = { ...aPayload(), linkedId: MARKS.linkedId, tag: MARKS.tag, url: MARKS.page }
  const { requestId, visitorId } = JSON.parse(await ask('POST', '/api/identify', seal(session, payload)))
  const known = { authorization: `Bearer ${apiSecret}` }
  for (const more of [{}, known, { authorization: `Bearer ${MARKS.token}` }, { authorization: MARKS.body }]) {
    await ask('GET', `/api/v1/events/${requestId}?q=${MARKS.query}`, undefined, more)
    await ask('GET', `/api/v1/subscriptions/${workspaceId}/events/${requestId}`, undefined, more)
    await ask('GET', `/api/v1/events/${MARKS.query}`, undefined, more)
    await ask('DELETE', `/api/v1/visitors/${MARKS.linkedId}`, undefined, more)
    await ask('GET', `/metrics?q=${MARKS.query}`, undefined, more)
    await ask('GET', '/health', undefined, more)
    await ask('GET', '/api/health', undefined, more)
  }
  await ask('GET', `/api/session?k=${MARKS.query}`)
  await ask('GET', `/api/session?k=${publicKey}`)
  await ask('GET', `/api/session?${MARKS.query}`)
  await ask('POST', '/api/identify', MARKS.body)
  await ask('POST', '/', MARKS.body)
  await ask('POST', '/api/identify', JSON.stringify({ payload: MARKS.body }), { 'content-type': 'application/json' })
  await ask('POST', '/api/identify', `${MARKS.body}${'x'.repeat(256 * 1024)}`)
  await ask('OPTIONS', '/api/identify')
  await ask('GET', `/agent.js?k=${publicKey}`)
  await ask('GET', '/demo')
  await ask('POST', '/demo/forget')
  await ask('GET', `/${MARKS.query}/${MARKS.linkedId}?${MARKS.query}`)
  await raw(`GET /${MARKS.query} HTTP/9.9\r\nCookie: ${MARKS.cookie}\r\n\r\n`)
  await raw(`${MARKS.body}\r\n\r\n`)
  // Until the address has used its rate up.
  for (let n = 0; n < 40; n++) await ask('GET', `/api/session?k=${publicKey}`)
  await ask('DELETE', `/api/v1/visitors/${visitorId}`, undefined, known)

  const log = lines.join('')
  const forbidden = { ...MARKS, requestId, visitorId, publicKey, apiSecret, workspaceId, session: session.session }
  expect(Object.entries(forbidden).filter(([, mark]) => log.includes(mark))).toEqual([])
  expect(log).not.toMatch(/"(?:remoteAddress|ip|userAgent|headers)"/)
})

it('has a line for each of them, with an id, the route’s pattern, the status and the time', () => {
  const requests = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request')
  expect(requests.length).toBeGreaterThan(60)
  const routes = new Set(requests.map(({ route }) => route))
  for (const route of [
    '/api/session',
    '/api/identify',
    '/',
    '/health',
    '/api/health',
    '/agent.js',
    '/demo',
    '/demo/forget',
    '/metrics',
    '/api/v1/events/:requestId',
    '/api/v1/subscriptions/:id/events/:requestId',
    '/api/v1/visitors/:visitorId',
    'none',
  ]) {
    expect(routes).toContain(route)
  }
  for (const { reqId, method, status, ms } of requests) {
    expect([typeof reqId, typeof method, typeof status, typeof ms]).toEqual(['string', 'string', 'number', 'number'])
  }
})

it('is quiet about floods, at info about the refused, and loud about our own failures', () => {
  const level = (code: string): unknown =>
    lines.map((line) => JSON.parse(line)).find((line) => line.msg === 'request' && line.code === code)?.level
  expect(level('rate_limited')).toBe(20)
  expect(level('payload_malformed')).toBe(30)
  expect(level('not_found')).toBe(30)
})
