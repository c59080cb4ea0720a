import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../../test/running-app.ts'

let server: RunningApp
beforeAll(async () => {
  server = await runApp()
})
afterAll(() => server.app.close())

it.each(['/health', '/api/health'])('%s sets a probe cookie and says whether it came back', async (path) => {
  const first = await fetch(`${server.url}${path}`)
  expect(first.headers.get('set-cookie')).toMatch(/^_tcprobe=1; Max-Age=60; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(await first.json()).toMatchObject({ ok: true, data: { status: 'ok', cookie: { returned: false } } })
  const second = await fetch(`${server.url}${path}`, { headers: { cookie: '_tcprobe=1' } })
  expect(await second.json()).toMatchObject({ data: { cookie: { returned: true, sameSite: true } } })
})

it('sets no probe cookie across sites, as it would set no visitor cookie', async () => {
  const response = await fetch(`${server.url}/health`, { headers: { origin: 'https://elsewhere.example' } })
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(await response.json()).toMatchObject({ data: { cookie: { sameSite: false, domain: null } } })
})

it.each([
  ['refuse', 'full', 503, 'unavailable', 'storage_full'],
  ['refuse', 'broken', 503, 'unavailable', 'unavailable'],
  ['identify', 'full', 200, 'degraded', undefined],
  ['identify', 'broken', 200, 'degraded', undefined],
] as const)('where one is to %s and the disk is %s, answers %i and says %s', async (whenFull, storage, ...expected) => {
  const degraded = await runApp({ whenFull, room: { condition: () => storage } })
  const response = await fetch(`${degraded.url}/health`)
  const { data, error } = await response.json()
  expect([response.status, data.status, error?.code]).toEqual(expected)
  expect(data).toMatchObject({ checks: { storage, load: 'ok' }, cookie: { name: '_tcprobe' } })
  await degraded.app.close()
})
