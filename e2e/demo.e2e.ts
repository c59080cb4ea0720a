import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import { startTracio, type TracioServer } from './tracio-server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

let tracio: TracioServer
let page: Page
let complaints: string[]
let hosts: Set<string>
beforeEach(async () => {
  tracio = await startTracio()
  const context = await browser.newContext()
  page = await context.newPage()
  complaints = []
  hosts = new Set()
  // Nobody is shown the level `debug` who did not ask for it; the trap for developer tools speaks there.
  page.on('console', (message) => message.type() !== 'debug' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  // The program of a worker has an address of its own, which is nobody's.
  page.on('request', (request) => request.url().startsWith('blob:') || hosts.add(new URL(request.url()).host))
  await page.goto(`${tracio.url}/demo`)
  await page.locator('#result').waitFor({ state: 'visible' })
})
afterEach(async () => {
  await page.context().close()
  await tracio.dispose()
})

const text = (id: string): Promise<string> => page.locator(`#${id}`).innerText()

describe('the demo', () => {
  it('shows the id, the verdict with evidence in words, and every reading with its time', async () => {
    expect(await text('visitor-id')).toMatch(/^[0-9a-zA-Z]{16}$/)
    expect(await text('visit')).toContain('confidence')
    expect(await text('bot')).toContain('This is a bot')
    expect(await text('evidence')).toMatch(/[A-Z].*\.\s+observed .*; expected /s)
    expect(await page.locator('#signals tbody tr').count()).toBeGreaterThanOrEqual(25)
  })

  it('says of the network what it can, and why it cannot tell the rest', async () => {
    expect(await text('place')).toBe('Where the address is, cannot be told: not_global.')
    const rows = await page.locator('#network tbody tr').allInnerTexts()
    expect(rows).toHaveLength(8)
    expect(rows[0]).toMatch(/^VPN\s+cannot tell\s+The address belongs to no network of the internet/)
  })

  it('knows the visitor again, and forgets on demand', async () => {
    const id = await text('visitor-id')
    await page.locator('#again').click()
    await page.locator('#visit', { hasText: 'Returning visitor' }).waitFor()
    expect(await text('visitor-id')).toBe(id)
    await page.locator('#forget').click()
    await page.getByText('Forgotten').waitFor()
    expect(await page.context().cookies()).toEqual([])
    await page.locator('#again').click()
    await page.locator('#visit', { hasText: 'New visitor' }).waitFor()
    expect(await text('visitor-id')).not.toBe(id)
  })

  it('keeps to its strict policy, its own host, and a silent console', async () => {
    const response = await page.request.get(`${tracio.url}/demo`)
    expect(response.headers()['content-security-policy']).toMatch(/^default-src 'none';(?!.*unsafe)/)
    expect(complaints).toEqual([])
    expect([...hosts]).toEqual([new URL(tracio.url).host])
  })

  it('follows the system into the dark', async () => {
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await background()
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await background()).not.toBe(light)
  })
})
