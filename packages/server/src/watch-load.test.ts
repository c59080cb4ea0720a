import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { aPayload, CHROME_USER_AGENT, type SessionAnswer, seal } from '../test/payloads.ts'
import { type RunningApp, runApp } from '../test/running-app.ts'
import { createMemoryDirectory } from './adapters/memory/directory.ts'
import { createMemoryLedger } from './adapters/memory/ledger.ts'
import { createMetrics } from './metrics/metrics.ts'
import type { Ledger } from './ports/ledger.ts'
import { type Load, watchLoad } from './watch-load.ts'

const SHOP = 'https://shop.example'

describe('a server in front of a slow store', () => {
  let server: RunningApp
  afterEach(() => server.app.close())

  /** A server whose appends take a while, on a directory of its own. */
  async function slowServer(maxPending: number, ms: number): Promise<void> {
    const directory = createMemoryDirectory()
    const inner = createMemoryLedger(directory)
    const ledger: Ledger = {
      ...inner,
      append: async (entry) => {
        await pause(ms)
        return inner.append(entry)
      },
    }
    server = await runApp({ maxPending, metrics: createMetrics() }, undefined, { directory, ledger })
  }

  const visit = async (machine: number): Promise<Response> => {
    const asked = await fetch(`${server.url}/api/session?k=${server.first.publicKey}`, { headers: { origin: SHOP } })
    if (!asked.ok) return asked
    const session = (await asked.json()) as SessionAnswer
    const canvas = { winding: true, geometry: `m${machine}`, text: 'x' }
    return server.post(seal(session, aPayload({ canvas })), { origin: SHOP, 'user-agent': CHROME_USER_AGENT })
  }

  it('finishes what it took, turns the rest away at once, and loses nothing that it answered', async () => {
    await slowServer(5, 300)
    const startedAt = performance.now()
    const refusedMs: number[] = []
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, machine) => {
        const response = await visit(machine)
        if (response.status === 503) refusedMs.push(performance.now() - startedAt)
        return response
      }),
    )
    const taken = answers.filter(({ status }) => status === 200)
    const refused = answers.filter(({ status }) => status === 503)
    expect(taken.length).toBeGreaterThanOrEqual(5)
    expect(taken.length + refused.length).toBe(60)
    expect(refused.length).toBeGreaterThan(0)
    for (const response of refused) {
      expect(response.headers.get('retry-after')).toBe('1')
      expect(response.headers.get('access-control-allow-origin')).toBe(SHOP)
      expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } })
    }
    for (const response of taken) {
      const { requestId } = await response.json()
      expect((await server.api(`/api/v1/events/${requestId}`)).status).toBe(200)
    }
    const text = await server.metrics.text()
    expect(text).toMatch(/tracio_overloaded_total\{by="pending"\} [1-9]/)
    // Counted apart: sessions that were turned away are no payloads.
    expect(text).toContain(`tracio_events_total{outcome="stored",code=""} ${taken.length}`)
  })

  it('stays answerable, says that it is overloaded, and takes new work afterwards', async () => {
    await slowServer(1, 300)
    const first = visit(1)
    const health = async (): Promise<unknown> => (await fetch(`${server.url}/health`)).json()
    await expect.poll(health).toMatchObject({ ok: true, data: { status: 'degraded', checks: { load: 'overloaded' } } })
    expect((await visit(2)).status).toBe(503)
    expect((await first).status).toBe(200)
    expect(await health()).toMatchObject({ data: { status: 'ok', checks: { load: 'ok' } } })
    expect((await visit(3)).status).toBe(200)
  })

  it('gives the place of work that fails to others', async () => {
    server = await runApp({ maxPending: 1 })
    for (let n = 0; n < 5; n++) expect((await server.post('junk')).status).toBe(400)
    expect((await server.visit()).status).toBe(200)
  })
})

describe('a late event loop', () => {
  let load: Load
  afterEach(() => load.close())

  it('is an overload when it lasts, not when it hiccups, and both ends are told once', async () => {
    let delay = 0
    const reported: string[] = []
    load = watchLoad({
      maxPending: 10,
      metrics: createMetrics(),
      report: (message) => reported.push(message),
      delayMs: () => delay,
      everyMs: 50,
    })
    delay = 501
    await pause(70)
    expect(load.overload()).toBeUndefined()
    await expect.poll(() => load.overload()).toBe('delay')
    expect(() => load.admit()).toThrow('busy')
    expect(() => load.admit()).toThrow('busy')
    delay = 500
    await expect.poll(() => load.overload()).toBeUndefined()
    load.admit()
    expect(reported).toEqual(['Overloaded: new work is turned away.', 'No longer overloaded.'])
  })

  it('is measured on the loop itself', async () => {
    load = watchLoad({ maxPending: 10, metrics: createMetrics(), report: () => undefined, everyMs: 500 })
    // Every turn of the loop takes 700 ms, as it does when too many requests wait in each.
    for (let turn = 0; turn < 10 && load.overload() === undefined; turn++) {
      const until = performance.now() + 700
      while (performance.now() < until);
      await pause(1)
    }
    expect(load.overload()).toBe('delay')
    await expect.poll(() => load.overload(), { timeout: 5000 }).toBeUndefined()
  }, 20_000)
})
