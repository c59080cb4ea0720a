import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../test/running-app.ts'
import { httpLimits } from './http-limits.ts'
import { createMetrics } from './metrics/metrics.ts'

let server: RunningApp
let sockets: Socket[] = []
beforeEach(() => {
  sockets = []
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await server.app.close()
})

interface Line {
  readonly socket: Socket
  /** Everything that came until the other end closed, and how many milliseconds after the start that was. */
  readonly closed: Promise<{ readonly text: string; readonly ms: number }>
}

function open(text = ''): Line {
  const startedAt = performance.now()
  const socket = connect(Number(new URL(server.url).port), 'localhost')
  sockets.push(socket)
  let answer = ''
  const closed = new Promise<{ text: string; ms: number }>((resolve) => {
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    // A connection that is reset says the same as one that is closed.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve({ text: answer, ms: performance.now() - startedAt }))
  })
  socket.write(text)
  return { socket, closed }
}

describe('cuts off, in time, who', () => {
  const FAST = { ...httpLimits, headersMs: 200, requestMs: 500, keepAliveMs: 200, checkMs: 50 }
  it.each([
    ['sends nothing at all', '', ''],
    ['never ends the headers', 'GET /health HTTP/1.1\r\nHost: localhost\r\n', '408'],
    ['never ends the body', 'POST /api/identify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc', '408'],
  ])('%s', async (_name, text, status) => {
    server = await runApp({ httpLimits: FAST })
    const { text: answer, ms } = await open(text).closed
    expect(ms).toBeLessThan(5000)
    expect(answer).toContain(status)
  })

  it('feeds the headers byte by byte, for hours if it could', async () => {
    server = await runApp({ httpLimits: FAST })
    const { socket, closed } = open('GET /health HTTP/1.1\r\nHost: localhost\r\nX: ')
    const drip = setInterval(() => socket.write('a'), 20)
    const { text, ms } = await closed
    clearInterval(drip)
    expect(ms).toBeLessThan(5000)
    expect(text).toMatch(/^HTTP\/1\.1 408 [\s\S]*"request_malformed"/)
  })

  it('keeps a connection and asks for nothing more', async () => {
    server = await runApp({ httpLimits: FAST })
    const { text, ms } = await open('GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n').closed
    expect(text).toMatch(/^HTTP\/1\.1 200/)
    expect(ms).toBeLessThan(5000)
  })
})

it('closes connections beyond their number, counts them, and takes new ones when there is room', async () => {
  const metrics = createMetrics()
  server = await runApp({ httpLimits: { ...httpLimits, connections: 2 }, metrics })
  const kept = [open(), open()]
  await pause(100)
  expect((await open('GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n').closed).text).toBe('')
  expect(await metrics.text()).toContain('tracio_connections_dropped_total 1')
  kept[0]?.socket.destroy()
  await pause(100)
  const after = open('GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  expect((await after.closed).text).toMatch(/^HTTP\/1\.1 200/)
})

describe('answers in the shape of all errors', () => {
  const get = (path: string, more = ''): string =>
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}Connection: close\r\n\r\n`
  it.each([
    ['headers beyond 16 KiB', get('/health', `X: ${'a'.repeat(17_000)}\r\n`), 431],
    ['an address beyond 8 KiB', get(`/health?${'a'.repeat(8200)}`), 400],
    ['what is no HTTP', 'hello\r\n\r\n', 400],
    ['a header that smuggles', get('/health', 'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n'), 400],
  ])('%s', async (_name, text, status) => {
    server = await runApp()
    const { text: answer } = await open(text).closed
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))).toMatchObject({
      ok: false,
      error: { code: 'request_malformed' },
    })
  })

  it.each([
    [98, 200],
    [99, 431],
  ])('%i header lines beside Host and Connection with %i', async (lines, status) => {
    server = await runApp()
    const many = Array.from({ length: lines }, (_, n) => `X-${n}: a\r\n`).join('')
    expect((await open(get('/health', many)).closed).text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })
})
