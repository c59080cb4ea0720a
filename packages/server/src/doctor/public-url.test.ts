import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { healthyPatient } from '../../test/healthy-patient.ts'
import { runApp } from '../../test/running-app.ts'
import { publicUrl } from './public-url.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

const examine = async (url: string) => [await publicUrl.examine(healthyPatient({ TRACIO_PUBLIC_URL: url }))].flat()

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  // A server that listens on a port has an address of this shape.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What `/health` answers, as far as a proxy lets it through. */
const health = (cookie: object) => JSON.stringify({ ok: true, data: { status: 'ok', cookie } })
const ours = { name: '_tcprobe', returned: true, sameSite: true, domain: null }
const SET = { 'set-cookie': '_tcprobe=1; Path=/' }

it('asks nobody when there is nobody to ask', async () => {
  expect(await publicUrl.examine(healthyPatient())).toMatchObject({ outcome: 'ok' })
})

it('is content with a server of ours', async () => {
  const { app, url } = await runApp()
  closers.push(() => app.close())
  expect(await examine(url)).toMatchObject([
    { outcome: 'ok', found: expect.stringContaining('its cookie is of localhost') },
  ])
})

it.each<[string, RequestListener, string, string]>([
  ['an error of the proxy', (_, r) => r.writeHead(502).end(), 'problem', 'status 502'],
  ['something else', (_, r) => r.end('<html>'), 'problem', 'something else than TRACIO'],
  ['an endless answer', (_, r) => r.end(' '.repeat(1e6)), 'problem', 'something else than TRACIO'],
  [
    'a proxy that hides the host',
    (_, r) => r.writeHead(200, SET).end(health({ ...ours, domain: '.backend.example' })),
    'warning',
    '.backend.example',
  ],
  ['a proxy that keeps our cookies', (_, r) => r.end(health(ours)), 'problem', 'drops cookies'],
  [
    'a proxy that keeps the browser’s cookies',
    (_, r) => r.writeHead(200, SET).end(health({ ...ours, returned: false })),
    'problem',
    'drops cookies',
  ],
])('finds %s', async (_name, listener, outcome, found) => {
  expect((await examine(await serve(listener))).at(-1)).toMatchObject({
    outcome,
    found: expect.stringContaining(found),
  })
})

it('follows no redirect', async () => {
  let reached = 0
  const inner = await serve((_request, response) => {
    reached += 1
    response.end(health(ours))
  })
  const url = await serve((_request, response) => response.writeHead(302, { location: inner }).end())
  expect(await examine(url)).toMatchObject([{ outcome: 'problem', found: expect.stringContaining('status 302') }])
  expect(reached).toBe(0)
})

it('waits three seconds for an answer, and no longer', async () => {
  const url = await serve(() => undefined)
  expect(await examine(url)).toMatchObject([{ outcome: 'problem', found: expect.stringContaining('within 3 s') }])
}, 10_000)

it('says when nobody is there', async () => {
  const url = await serve(() => undefined)
  await closers.pop()?.()
  expect(await examine(url)).toMatchObject([
    { outcome: 'problem', found: expect.stringContaining('cannot be reached') },
  ])
})
