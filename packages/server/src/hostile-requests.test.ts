import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../test/running-app.ts'

let server: RunningApp
beforeAll(async () => {
  server = await runApp({ demo: true })
})
afterAll(() => server.app.close())

/** Sends bytes as they are and answers the status of what comes back; 0: the connection was closed without an answer. */
function raw(text: string): Promise<number> {
  const { port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), 'localhost')
    socket.setTimeout(5000, () => socket.destroy(new Error('There was no answer.')))
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)))
    socket.end(text)
  })
}

const post = (headers: string, body = 'junk'): string =>
  `POST /api/identify HTTP/1.1\r\n${headers}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`

it.each([
  ['no Host, as HTTP/1.0 allows', 'GET /health HTTP/1.0\r\n\r\n'],
  ['no Host, on identify', 'POST /api/identify HTTP/1.0\r\nContent-Length: 4\r\n\r\njunk'],
  ['a Host that is no host', post('Host: [[[\r\n')],
  ['an empty Host', post('Host:\r\n')],
  ['an Origin that is no origin', post('Host: localhost\r\nOrigin: http://[\r\n')],
  ['two Origins', post('Host: localhost\r\nOrigin: https://a\r\nOrigin: https://b\r\n')],
  ['a cookie of the wrong alphabet', post('Host: localhost\r\nCookie: _tcid=%E0%A4%A; _tcid=\u0001; =;;=\r\n')],
  ['a cookie as long as headers may be', post(`Host: localhost\r\nCookie: _tcid=${'a'.repeat(15_000)}\r\n`)],
  ['a content type that is none', post('Host: localhost\r\nContent-Type: ;;;\r\n')],
  ['JSON that is null', post('Host: localhost\r\nContent-Type: application/json\r\n', 'null')],
  ['JSON that is a number', post('Host: localhost\r\nContent-Type: application/json\r\n', '7')],
  [
    'JSON with a payload that is no text',
    post('Host: localhost\r\nContent-Type: application/json\r\n', '{"payload":7}'),
  ],
  ['JSON with an empty payload', post('Host: localhost\r\nContent-Type: application/json\r\n', '{"payload":""}')],
  ['a form', post('Host: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n')],
  ['a path that is no UTF-8', 'GET /api/v1/events/%E0%A4%A HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['a path with a null byte', 'GET /api/v1/events/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['a path that climbs', 'GET /demo/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['a key given twice', 'GET /api/session?k=a&k=b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['forgetting without a body', 'POST /demo/forget HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['another method', 'PUT /api/identify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'],
  ['an encoding that we do not offer', post('Host: localhost\r\nContent-Encoding: br\r\n')],
])('blames the caller, never us, for %s', async (_name, request) => {
  const status = await raw(request)
  expect(status).toBeLessThan(500)
  expect(server.logged.filter(({ level }) => Number(level) >= 50)).toEqual([])
})

it('says nothing of our own failure for ten thousand random bytes in every length', async () => {
  let seed = 7
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed
  }
  const session = Buffer.from((await server.session()).session)
  for (let length = 1; length < 140; length++) {
    const bytes = Buffer.from(Array.from({ length }, () => random() & 255))
    // Half of them get far enough to be unsealed: a true head in front of junk.
    const head = Buffer.concat([Buffer.from([1, length % 2, (length >> 1) % 2, session.length]), session])
    const response = await server.post(length % 3 === 0 ? bytes : Buffer.concat([head, bytes]))
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  }
})
