import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../../test/running-app.ts'

const BUILT = readFileSync(new URL('../../../agent/dist/agent.js', import.meta.url), 'utf8')

let server: RunningApp
let etag: string
beforeAll(async () => {
  server = await runApp()
  etag = (await ask()).headers.get('etag') ?? ''
})
afterAll(() => server.app.close())

const ask = (query = '', headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}/agent.js${query}`, { headers })

it.each([
  ['without a key', ''],
  ['with a key', '?k=tracio_pk_1'],
  ['with a key that nobody has', '?k=nobody'],
  ['with anything else behind it', '?k=a&k=b&v=3'],
])('is the built agent %s', async (_name, query) => {
  const response = await ask(query)
  expect([response.status, await response.text()]).toEqual([200, BUILT])
  expect(response.headers.get('etag')).toBe(etag)
})

it('says what it is, and that anybody may keep it for an hour', async () => {
  const { headers } = await ask()
  expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('public, max-age=3600')
  expect(headers.get('set-cookie')).toBeNull()
})

describe('pages of other origins', () => {
  it('may run it, also those that isolate themselves', async () => {
    const { status, headers } = await ask('', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })
    expect([status, headers.get('cross-origin-resource-policy')]).toEqual([200, 'cross-origin'])
  })

  it('may fetch it with CORS, as a script tag with integrity does', async () => {
    const { status, headers } = await ask('', { origin: 'https://shop.example' })
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, 'https://shop.example'])
    expect(headers.get('vary')).toContain('Origin')
  })
})

describe('a browser that has it already', () => {
  it.each<[string, (etag: string) => string]>([
    ['names its ETag', (known) => known],
    ['names a weak one, as proxies that compress make it', (known) => `W/${known}`],
    ['names several', (known) => `"another", ${known}`],
  ])('is spared the bytes when it %s', async (_name, header) => {
    const response = await ask('?k=tracio_pk_1', { 'if-none-match': header(etag) })
    expect([response.status, await response.text()]).toEqual([304, ''])
    expect(response.headers.get('etag')).toBe(etag)
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600')
  })

  it('gets them when it has another version', async () => {
    const response = await ask('', { 'if-none-match': '"another"' })
    expect([response.status, await response.text()]).toEqual([200, BUILT])
  })
})

describe('a server with regions', () => {
  it('puts them around the script, the same for everybody, under an ETag of their own', async () => {
    const regions = { us: 'https://us.example.com', eu: 'https://eu.example.com' }
    const regional = await runApp({ regions })
    const answers = await Promise.all(['', '?k=a'].map((query) => fetch(`${regional.url}/agent.js${query}`)))
    const [text, same] = await Promise.all(answers.map((response) => response.text()))
    const [comment, ...code] = BUILT.split('\n')
    expect(text).toBe(`${comment}\n{const TRACIO_REGIONS=${JSON.stringify(regions)};${code.join('\n')}}`)
    expect(same).toBe(text)
    expect(answers[0]?.headers.get('etag')).not.toBe(etag)
    await regional.app.close()
  })
})
