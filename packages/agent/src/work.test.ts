import { decodeEnvelope } from '@tracio/contract'
import { afterEach, expect, it } from 'vitest'
import { aSession, type LocalServer, localServer } from '../test/local-server.ts'
import type { Global } from './global.ts'
import { ownWork, type Work } from './work.ts'

const { fetch, Blob } = globalThis
const g: Global = { fetch, Blob, atob: (text) => atob(text), btoa: (binary) => btoa(binary) }
const rest = { budgetMs: 300, lateAfterMs: 10_000, watchers: {} }
const ids = { visitorId: 'aaaaBBBBcccc1234', requestId: '1790000000_abcdefghijkl' }

let server: LocalServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function work(): Promise<Work> {
  server = await localServer(({ method }) => ({ json: method === 'GET' ? aSession : ids }))
  const sources = { cores: () => ({ value: 8 }) }
  return ownWork({ g, endpoint: server.endpoint, publicKey: 'pk', sources, log: () => undefined, ...rest })
}

it('identifies', async () => {
  expect(await (await work()).identify({ extendedResult: false }, undefined)).toEqual(ids)
})

it('collects an envelope as text that a backend may hand on', async () => {
  const { payload } = await (await work()).collect({ extendedResult: false }, undefined)
  expect(payload).toMatch(/^[\w-]+$/)
  expect(decodeEnvelope(Buffer.from(payload, 'base64url'))?.session).toBe(aSession.session)
  expect(server?.received.map(({ method }) => method)).toEqual(['GET'])
})

it('does nothing more when nobody waits', async () => {
  await expect((await work()).identify({ extendedResult: false }, AbortSignal.abort())).rejects.toMatchObject({
    code: 'network',
  })
  expect(server?.received).toEqual([])
})
