import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gapNumbers, signalIds } from '@tracio/contract/wire'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getResult, launchChromium } from './chromium.ts'
import { type ApiBody, startTracio, type TracioServer } from './tracio-server.ts'

/** Agents as they were released, which caches and customers' own bundles keep alive for years. */
const AGENTS = join(import.meta.dirname, '../fixtures/agents')

/** The 65 wire ids of 0.2.0; ids are never used again, so this list says what it sent for ever. */
const IDS_OF_0_2_0 = [...numbers(1, 58), 70, 97, 157, 158, 159, 300, 301].map((number) => `s${number}`)

function numbers(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

const events = (): string => `/api/v1/subscriptions/${tracio.workspaceId}/events`

interface OldSite {
  readonly url: string
  close(): Promise<void>
}

let tracio: TracioServer
let browser: Browser
let shop: OldSite
beforeAll(async () => {
  tracio = await startTracio()
  browser = await launchChromium()
  shop = await serveOldAgent('agent-0.2.0.js', tracio)
})
afterAll(async () => {
  await shop.close()
  await browser.close()
  await tracio.dispose()
})

/** A customer's page with a copy of an old script, which knows the key by its tag. */
async function serveOldAgent(name: string, { publicKey }: TracioServer): Promise<OldSite> {
  const script = readFileSync(join(AGENTS, name))
  const html = `<!doctype html><html lang="en"><head><title>shop</title><link rel="icon" href="data:,">
<script src="/script.js" data-tracio-key="${publicKey}"></script></head><body><h1>Shop</h1></body></html>`
  const server = createServer(({ url }, response) => {
    const isScript = url === '/script.js'
    response
      .writeHead(200, { 'content-type': `text/${isScript ? 'javascript' : 'html'}; charset=utf-8` })
      .end(isScript ? script : html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** What a visit of the old agent is answered. */
async function visitOld(): Promise<ApiBody> {
  const page = await browser.newPage()
  try {
    await page.goto(shop.url)
    return await getResult(page, { extendedResult: true }, { endpoint: tracio.url })
  } finally {
    await page.close()
  }
}

/** A reading as the server's API tells it: 0 with a value, else the number of the gap. */
interface Stored {
  readonly id: string
  readonly status: number
}

/** What an agent says when it, and not the browser, is at fault. */
const FAULTS = [gapNumbers.skipped, gapNumbers.error, gapNumbers.timeout]

it('an agent of version 0.2.0 is identified, and known again without its cookie', async () => {
  const first = await visitOld()
  expect(first).toMatchObject({ visitorId: expect.stringMatching(/^[0-9a-zA-Z]{16}$/), visitorFound: false })
  // Each page of `newPage` has a cookie jar of its own.
  expect(await visitOld()).toMatchObject({ visitorId: first['visitorId'], visitorFound: true })
})

it("its readings are stored: what it knew has values or the browser's own gaps, what came later was skipped", async () => {
  const { requestId } = await visitOld()
  const { body } = await tracio.api(`${events()}/${requestId}/signals`)
  // The route's schema says what it answers.
  const { data } = body as { readonly data: { readonly agent_version: string; readonly signals: readonly Stored[] } }
  expect(data.agent_version).toBe('0.2.0')
  expect(data.signals.map(({ id }) => id).sort()).toEqual(Object.values<string>(signalIds).sort())
  const known = data.signals.filter(({ id }) => IDS_OF_0_2_0.includes(id))
  expect(known).toHaveLength(65)
  expect(known.filter(({ status }) => status === 0).length).toBeGreaterThanOrEqual(60)
  expect(known.filter(({ status }) => FAULTS.some((fault) => fault === status))).toEqual([])
  const later = data.signals.filter(({ id }) => !IDS_OF_0_2_0.includes(id))
  expect(later.filter(({ status }) => status !== gapNumbers.skipped)).toEqual([])
})

it('its event says which version it was, and that a program drove the browser', async () => {
  const { requestId } = await visitOld()
  expect((await tracio.api(`${events()}/${requestId}`)).body).toMatchObject({
    data: { agent_version: '0.2.0', phase: 'primary', bot_result: 'bot' },
  })
})
