import { afterEach, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../test/running-app.ts'
import { createMemoryDirectory } from './adapters/memory/directory.ts'
import { createMemoryLedger } from './adapters/memory/ledger.ts'

let server: RunningApp
afterEach(() => server.app.close())

it('tells us everything of our own failures, and the caller nothing', async () => {
  const ledger = createMemoryLedger(createMemoryDirectory())
  server = await runApp({ ledger: { ...ledger, append: () => Promise.reject(new Error('db password is hunter2')) } })
  const { status, body } = await server.visit()
  expect([status, body]).toMatchObject([500, { ok: false, error: { code: 'internal' } }])
  expect(JSON.stringify(body)).not.toContain('hunter2')
  expect(JSON.stringify(server.logged)).toContain('hunter2')
})

it('names the path that does not exist, without its query', async () => {
  server = await runApp()
  const response = await fetch(`${server.url}/nowhere?token=secret`)
  expect([response.status, await response.json()]).toEqual([
    404,
    { ok: false, error: { code: 'not_found', message: 'There is nothing at GET /nowhere.' } },
  ])
})

it('logs no address, no cookie and no secret of a request that fails', async () => {
  server = await runApp()
  await server.post('junk', { cookie: '_tcid=secret-cookie', authorization: 'Bearer secret-token' })
  expect(JSON.stringify(server.logged)).not.toMatch(/secret-|_tcid|remoteAddress/)
})
