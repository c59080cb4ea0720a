import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../e2e/chromium.ts'
import { serveSite } from '../../e2e/customer-site.ts'
import { startTracio } from '../../e2e/tracio-server.ts'
import { watchersScript } from '../../e2e/watching-page.ts'
import { median, type Result, report, told } from '../report.ts'
import { watchCost } from './watch-cost.ts'

/** Loads with and without the agent, in turn, after one of each that is not counted. */
const LOADS = 9

/** As fast as an impatient person: the reading takes some 300 ms, and no part of it must meet no click. */
const CLICKS = 15
const CLICK_EVERY_MS = 40

/** What clicks on one load met. */
interface Clicked {
  /** The slowest from click to paint, as INP takes it of so few; in steps of 8 ms, and 16 where none took longer. */
  readonly worstMs: number
  /** The longest task of anybody; 0 where none took 50 ms. */
  readonly longTaskMs: number
  /** The longest run of the agent's script within a frame that took 50 ms; 0 where there is no such frame. */
  readonly ourScriptMs: number
}

/** Runs in the page before it: https://www.w3.org/TR/event-timing/, .../longtasks-1/, https://w3c.github.io/long-animation-frames/ */
const OBSERVE = `globalThis.met = { worstMs: 16, longTaskMs: 0, ourScriptMs: 0 }
const observe = (type, see, more) => new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true, ...more })
observe('event', (one) => { if (one.interactionId) met.worstMs = Math.max(met.worstMs, one.duration) }, { durationThreshold: 16 })
observe('longtask', (one) => { met.longTaskMs = Math.max(met.longTaskMs, one.duration) })
observe('long-animation-frame', ({ scripts }) => scripts.forEach((one) => {
  if (/agent[.]js/.test(one.sourceURL)) met.ourScriptMs = Math.max(met.ourScriptMs, one.duration)
}))`

const pageOf = (script: string, watchers: string): string => `<!doctype html><html lang="en"><head><title>shop</title>
<link rel="icon" href="data:,"><script>${OBSERVE}</script>${script}</head>
<body style="margin:0"><button style="width:300px;height:200px">Buy</button><script>
let clicks = 0
document.querySelector('button').addEventListener('click', ({ target }) => { target.textContent = 'Bought ' + ++clicks })</script>
<script>${watchers}</script></body></html>`

/** How long clicks take while the agent reads and watches, beside a page without it; in headless Chromium. */
export async function measureInteraction(): Promise<readonly Result[]> {
  const tracio = await startTracio()
  const watchers = await watchersScript()
  const tag = `<script src="${tracio.url}/agent.js?k=${tracio.publicKey}"></script>`
  const [bare, watched] = await Promise.all([serveSite(pageOf('', '')), serveSite(pageOf(tag, watchers))])
  const browser = await launchChromium()
  try {
    const without: Clicked[] = []
    const beside: Clicked[] = []
    for (let load = 0; load <= LOADS; load++) {
      const [first, second] = [await clicked(browser, bare.url, ''), await clicked(browser, watched.url, READ)]
      if (load === 0) continue
      without.push(first)
      beside.push(second)
    }
    return [
      told('worst click of a load, no agent, median', 'ms', median(without.map(({ worstMs }) => worstMs))),
      told('worst click of a load, agent reads, median', 'ms', median(beside.map(({ worstMs }) => worstMs))),
      told('worst click of all loads, no agent', 'ms', Math.max(...without.map(({ worstMs }) => worstMs))),
      told('worst click of all loads, agent reads', 'ms', Math.max(...beside.map(({ worstMs }) => worstMs))),
      told('longest task, no agent', 'ms', Math.max(...without.map(({ longTaskMs }) => longTaskMs))),
      told('longest task, agent reads', 'ms', Math.max(...beside.map(({ longTaskMs }) => longTaskMs))),
      told('longest run of agent.js in a long frame', 'ms', Math.max(...beside.map(({ ourScriptMs }) => ourScriptMs))),
      told('one move in the watchers', 'us', await watchCost(browser, watched.url)),
    ]
  } finally {
    await browser.close()
    await Promise.all([bare.close(), watched.close()])
    await tracio.dispose()
  }
}

/** `npm run bench -- interaction`. */
export const interactionBench = async (): Promise<boolean> =>
  report('interaction', await measureInteraction(), (text) => process.stdout.write(text))

const READ = 'globalThis.reading = Tracio.init().getResult()'

async function clicked(browser: Browser, url: string, start: string): Promise<Clicked> {
  const page = await browser.newPage()
  await page.goto(url)
  await page.mouse.move(100, 100)
  await page.evaluate(`${start}; undefined`)
  await press(page)
  await page.evaluate('globalThis.reading')
  // Entries come after the next paint.
  await page.waitForTimeout(200)
  // The page made it so, above.
  const met = (await page.evaluate('met')) as Clicked
  await page.close()
  return met
}

async function press(page: Page): Promise<void> {
  for (let click = 0; click < CLICKS; click++) {
    const pressing = page.mouse.down().then(() => page.mouse.up())
    await Promise.all([pressing, page.waitForTimeout(CLICK_EVERY_MS)])
  }
}
