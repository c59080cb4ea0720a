import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  aPayload,
  CHROME_USER_AGENT,
  chromeValues,
  type SessionAnswer,
  seal,
} from '../packages/server/test/payloads.ts'
import { launchChromium, visit } from './chromium.ts'
import { pageWithAgent, serveSite } from './customer-site.ts'
import { type ApiBody, startTracio, type TracioServer } from './tracio-server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

let tracio: TracioServer
beforeEach(async () => {
  tracio = await startTracio()
})
afterEach(() => tracio.dispose())

/** One sealed visit of a machine of its own; the answer, or undefined when the server was gone. */
async function sealedVisit(url: string, publicKey: string, machine: number): Promise<ApiBody | undefined> {
  try {
    const session = (await (await fetch(`${url}/api/session?k=${publicKey}`)).json()) as SessionAnswer
    const canvas = { winding: true, geometry: `m${machine}`, text: 'x' }
    const body = seal(session, aPayload({ ...chromeValues, canvas }))
    const response = await fetch(`${url}/api/identify`, {
      method: 'POST',
      body,
      headers: { 'user-agent': CHROME_USER_AGENT },
    })
    return response.ok ? ((await response.json()) as ApiBody) : undefined
  } catch (error) {
    // A connection that breaks or is refused: the server has gone, which is what these tests do to it.
    if (error instanceof TypeError || (error instanceof Error && error.name === 'AbortError')) return
    throw error
  }
}

/** Every answer that arrived must be found again after a restart. */
async function expectAllStored(answers: readonly (ApiBody | undefined)[]): Promise<number> {
  const given = answers.filter((answer) => answer !== undefined)
  tracio = await tracio.restart()
  for (const { requestId, visitorId } of given) {
    expect(await tracio.api(`/api/v1/events/${requestId}`)).toMatchObject({ status: 200, body: { visitorId } })
  }
  return given.length
}

it('loses nothing when it is killed right after an answer to a real browser', async () => {
  const shop = await serveSite(pageWithAgent(tracio.url, tracio.publicKey))
  const context = await browser.newContext()
  const answer = await visit(context, shop.url)
  await tracio.end('SIGKILL')
  expect(await expectAllStored([answer])).toBe(1)
  await shop.close()
  const again = await serveSite(pageWithAgent(tracio.url, tracio.publicKey))
  expect(await visit(context, again.url)).toMatchObject({ visitorId: answer['visitorId'], visitorFound: true })
  await again.close()
  await context.close()
})

it('loses no answered event when it is killed under load', async () => {
  const { url, publicKey } = tracio
  const visits = Array.from({ length: 150 }, (_, machine) => sealedVisit(url, publicKey, machine))
  await Promise.race([visits[40], visits[80], visits[120]])
  await tracio.end('SIGKILL')
  expect(await expectAllStored(await Promise.all(visits))).toBeGreaterThan(0)
})

it('loses no answered event when it is told to stop under load, and ends cleanly', async () => {
  const { url, publicKey } = tracio
  const visits = Array.from({ length: 100 }, (_, machine) => sealedVisit(url, publicKey, machine))
  expect(await visits[10]).toBeDefined()
  expect(await tracio.end('SIGTERM')).toBe(0)
  expect(await expectAllStored(await Promise.all(visits))).toBeGreaterThan(0)
})

it('counts after a restart what it counted before it was killed, and nothing twice', async () => {
  const { publicKey } = tracio
  const event = async (): Promise<ApiBody> => {
    const answer = await sealedVisit(tracio.url, publicKey, 1)
    return (await tracio.api(`/api/v1/events/${answer?.['requestId']}`)).body
  }
  for (let visit = 1; visit <= 5; visit++) await event()
  await tracio.end('SIGKILL')
  tracio = await tracio.restart()
  // The first answers may still say that the past is being read back.
  let visits = 6
  let last = await event()
  for (; visits < 50 && JSON.stringify(last).includes('reading_back'); visits++) last = await event()
  const all = { intervals: { '5m': visits, '1h': visits, '24h': visits } }
  expect(last).toMatchObject({
    products: {
      velocity: { data: { events: all, ipEvents: all, distinctVisitorIdByIp: { intervals: { '24h': 1 } } } },
    },
  })
})

it('answers and stores what was still coming in when it was told to stop', async () => {
  const { url, publicKey } = tracio
  const session = (await (await fetch(`${url}/api/session?k=${publicKey}`)).json()) as SessionAnswer
  const body = seal(session, aPayload())
  const headers = { 'content-length': body.length, 'user-agent': CHROME_USER_AGENT }
  const slow = request(`${url}/api/identify`, { method: 'POST', headers })
  const answer = new Promise<ApiBody>((resolve, reject) => {
    slow.on('error', reject)
    slow.on('response', async (response) => resolve(JSON.parse(Buffer.concat(await response.toArray()).toString())))
  })
  slow.write(body.subarray(0, 100))
  await pause(300)
  const ended = tracio.end('SIGTERM')
  await pause(300)
  slow.end(body.subarray(100))
  expect(await answer).toMatchObject({ visitorFound: false })
  expect(await ended).toBe(0)
  expect(await expectAllStored([await answer])).toBe(1)
})
