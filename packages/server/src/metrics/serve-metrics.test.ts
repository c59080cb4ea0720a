import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'
import { serveMetrics } from './serve-metrics.ts'

let app: FastifyInstance
afterEach(() => app.close())

async function serve(metricsToken?: string): Promise<string> {
  app = await serveMetrics({ metrics: createMetrics(), metricsToken }, { host: '127.0.0.1', port: 0 })
  // Listening on TCP gives an address with a port, not the name of a pipe.
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

it('serves the metrics and nothing else', async () => {
  const url = await serve()
  const response = await fetch(`${url}/metrics`)
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('version=0.0.4'),
  ])
  expect(await response.text()).toContain('tracio_events_total')
  expect((await fetch(`${url}/health`)).status).toBe(404)
})

it('asks for the token when there is one', async () => {
  const url = await serve('a-token-of-16-or-more')
  expect((await fetch(`${url}/metrics`)).status).toBe(401)
  const authorization = 'Bearer a-token-of-16-or-more'
  expect((await fetch(`${url}/metrics`, { headers: { authorization } })).status).toBe(200)
})
