import { signals } from '@tracio/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Display, startDisplay } from './browsers/display.ts'
import { canLaunch, launchBrowser } from './browsers/launch.ts'
import type { Engine, Mode } from './browsers/test-browser.ts'
import { launchChromium } from './chromium.ts'
import { type CustomerSite, serveSite } from './customer-site.ts'
import { READ_WATCHED, watchingPage } from './watching-page.ts'

/** Count, mean, deviation, least and most. */
type Summary = readonly [count?: number, mean?: number, deviation?: number, least?: number, most?: number]

/** Values of the watchers by signal, as far as these tests look. */
type Watched = Readonly<Record<string, { readonly value?: unknown; readonly absent?: string }>>

let site: CustomerSite
beforeAll(async () => {
  site = await serveSite(await watchingPage())
})
afterAll(() => site?.close())

describe('input over the protocol in Chromium', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    page = await browser.newPage()
    await page.goto(site.url)
  })

  const watched = async (): Promise<Watched> => {
    // The page's own expression, which the same test file's site holds.
    const values = (await page.evaluate(READ_WATCHED)) as Watched
    await page.close()
    return values
  }
  const summary = (values: Watched, name: string): Summary => values[name]?.value as Summary

  /** As a person goes: by a curve, now faster and now slower, and rests before and while pressing. */
  async function pressLikeAHand(x: number, y: number): Promise<void> {
    for (let i = 0; i <= 20; i++) {
      const part = (1 - Math.cos((Math.PI * i) / 20)) / 2
      await page.mouse.move(x * part, y * part + 40 * Math.sin(Math.PI * part))
      await page.waitForTimeout(8 + 5 * (i % 3))
    }
    await page.waitForTimeout(120)
    await page.mouse.down()
    await page.waitForTimeout(150)
    await page.mouse.up()
  }

  it('shows a press without dwell and without a way to it beside one of a hand', async () => {
    await page.mouse.click(250, 310)
    const driven = await watched()
    page = await browser.newPage()
    await page.goto(site.url)
    await pressLikeAHand(250, 310)
    const human = await watched()
    const [one, dwellMs = Number.NaN] = summary(driven, 'pressDwell')
    expect([one, summary(driven, 'moveTurn'), driven['inputEvents']?.value]).toEqual([
      1,
      [],
      { pointermove: 1, mousemove: 1, pointerdown: 1, mousedown: 1, pointerup: 1, click: 1, focus: expect.any(Number) },
    ])
    const [, handMs = Number.NaN] = summary(human, 'pressDwell')
    expect(handMs).toBeGreaterThanOrEqual(140)
    expect(dwellMs).toBeLessThan(handMs)
    expect(summary(human, 'moveTurn')[0]).toBeGreaterThan(10)
    const { 2: deviation, 3: least, 4: most } = summary(human, 'moveSpeed')
    expect([deviation, (most ?? 0) > (least ?? 0)]).toEqual([expect.any(Number), true])
    expect(summary(human, 'pressPause')[1]).toBeGreaterThanOrEqual(100)
  })

  it('knows a key that a driver strikes from one that is held', async () => {
    await page.focus('input')
    await page.keyboard.type('abcd', { delay: 60 })
    const { keyDwell, keyInterval, inputEvents, firstInput } = await watched()
    expect([keyDwell?.value, keyInterval?.value]).toEqual([
      [4, expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)],
      [3, expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)],
    ])
    expect(inputEvents?.value).toMatchObject({ keydown: 4, keyup: 4, input: 4 })
    expect(firstInput?.value).toMatchObject({ keydown: expect.any(Number) })
  })

  it('never holds what was typed, where, or into what', async () => {
    await page.focus('input')
    await page.keyboard.type('zebra')
    expect(JSON.stringify(await watched())).not.toMatch(/zebra|Key[A-Z]|INPUT|"name"|"z"/)
  })

  it('tells events that a script dispatches', async () => {
    await page.evaluate(`for (const type of ['pointerdown', 'mousedown', 'click', 'keydown'])
      document.querySelector('button').dispatchEvent(new Event(type, { bubbles: true }))`)
    const { syntheticEvents, inputEvents, pressDwell } = await watched()
    expect(syntheticEvents).toEqual({ value: { pointerdown: 1, mousedown: 1, click: 1, keydown: 1 } })
    expect([inputEvents?.value, pressDwell?.value]).toEqual([expect.not.objectContaining({ click: 1 }), []])
  })

  it('tells a wheel from a script that scrolls', async () => {
    await page.evaluate(
      'new Promise((done) => { addEventListener("scrollend", done, { once: true }); scrollTo(0, 400) })',
    )
    await page.mouse.move(50, 50)
    const scrolled = page.evaluate('new Promise((done) => addEventListener("scrollend", done, { once: true }))')
    await page.mouse.wheel(0, 300)
    await scrolled
    const values = await watched()
    const [count = 0, mean = 0] = summary(values, 'scrolls')
    expect(Math.round(count * mean)).toBe(300)
  })
})

const engines: readonly (readonly [Engine, Mode])[] = [
  ['chromium', 'headful'],
  ['firefox', 'headful'],
  ['webkit', 'headful'],
]

describe.each(engines)('%s', (engine, mode) => {
  it.skipIf(!canLaunch(engine, mode))('gives for every watcher what the server decodes, in silence', async () => {
    const display: Display = await startDisplay()
    const browser = await launchBrowser(engine, { mode, display: display.name })
    await browser.open(site.url)
    await browser.evaluate('document.querySelector("button").click()')
    // The page's own expression.
    const values = (await browser.evaluate(READ_WATCHED)) as Watched
    const refused = Object.entries(signals).filter(
      ([name, { family, decode }]) => family === 'behaviour' && typeof decode(values[name]?.value) === 'symbol',
    )
    expect(refused).toEqual([])
    expect(values['syntheticEvents']).toEqual({ value: { click: 1 } })
    expect(browser.said ?? []).toEqual([])
    await browser.close()
    await display.close()
  })
})
