import { afterEach, beforeEach, expect, it } from 'vitest'
import { launchChromium, visit } from './chromium.ts'
import { type CustomerSite, pageWithAgent, serveSite } from './customer-site.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

let tracio: TracioServer
let shop: CustomerSite
beforeEach(async () => {
  tracio = await startTracio()
  shop = await serveSite(pageWithAgent(tracio.url, tracio.publicKey))
})
afterEach(async () => {
  await shop.close()
  await tracio.dispose()
})

it('calls a driven browser a bot, with evidence for the backend', async () => {
  const browser = await launchChromium()
  const result = await visit(await browser.newContext(), shop.url)
  await browser.close()
  expect(result).toMatchObject({ bot: { detected: true, result: 'bot' } })
  const event = await tracio.api(`/api/v1/events/${result['requestId']}`)
  expect(event.body).toMatchObject({
    products: {
      botd: { status: 'detected', data: { bot: { result: 'bad', type: 'webdriver' } } },
      suspectScore: { data: { result: 81, riskLevel: 'critical', action: 'deny' } },
    },
  })
  expect(JSON.stringify(event.body)).toContain('"reason"')
})

it('calls a headless browser that hides its flag a bot by its other marks', async () => {
  const browser = await launchChromium('--disable-blink-features=AutomationControlled')
  const result = await visit(await browser.newContext(), shop.url)
  await browser.close()
  const event = await tracio.api(`/api/v1/events/${result['requestId']}`)
  expect(event.body).toMatchObject({ products: { botd: { data: { bot: { result: 'bad', type: 'headless' } } } } })
})
