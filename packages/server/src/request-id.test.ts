import { afterEach, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../test/running-app.ts'

let server: RunningApp
afterEach(() => server.app.close())

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const TRUSTED = ['127.0.0.1', '::1']

async function answered(trustProxy: readonly string[], id: string, path = '/health'): Promise<string | null> {
  server = await runApp({ trustProxy })
  return (await fetch(server.url + path, { headers: { 'x-request-id': id } })).headers.get('x-request-id')
}

it('names every answer, errors too', async () => {
  server = await runApp()
  for (const path of ['/health', '/nowhere', '/api/session', '/api/v1/events/1_a']) {
    expect((await fetch(server.url + path)).headers.get('x-request-id')).toMatch(UUID)
  }
})

it('keeps the id that a trusted proxy gave', async () => {
  expect(await answered(TRUSTED, 'edge-7.4_2')).toBe('edge-7.4_2')
})

it('takes no id from a stranger', async () => {
  expect(await answered([], 'edge-7.4_2')).toMatch(UUID)
})

it.each(['', 'a b', 'a\tb', '"}{', '<b>', 'x'.repeat(65)])('makes a new id in place of the unsafe %j', async (id) => {
  expect(await answered(TRUSTED, id)).toMatch(UUID)
})

it('shows the id to pages of other origins, with the time to wait', async () => {
  server = await runApp()
  const response = await fetch(`${server.url}/health`, { headers: { origin: 'https://shop.example' } })
  expect(response.headers.get('access-control-expose-headers')).toBe('X-Request-Id, Retry-After')
})
