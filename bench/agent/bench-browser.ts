import type { Page } from 'playwright-core'
import { type Display, startDisplay } from '../../e2e/browsers/display.ts'
import { launchBrowser } from '../../e2e/browsers/launch.ts'
import type { Engine } from '../../e2e/browsers/test-browser.ts'
import { launchChromium } from '../../e2e/chromium.ts'
import type { Contestant } from './contestant.ts'
import type { BenchSite } from './site.ts'
import { measured, type Span, type Told, told, type Visit } from './visit.ts'

/** A browser that was just started, in a profile of its own. */
export interface BenchBrowser {
  /** Loads the contestant's page and runs it there. */
  visit(contestant: Contestant): Promise<Visit>
  close(): Promise<void>
}

/** How an engine's browsers are started. */
export interface BenchEngine {
  readonly name: Engine
  start(): Promise<BenchBrowser>
  close(): Promise<void>
}

/** Chromium without a window; the others with one on a screen that nobody looks at, as they lack WebGL without. */
export async function benchEngine(name: Engine, site: BenchSite): Promise<BenchEngine> {
  if (name === 'chromium') return { name, start: () => startChromium(site), close: async () => undefined }
  const display = await startDisplay()
  return { name, start: () => startOther(name, display, site), close: () => display.close() }
}

async function startChromium(site: BenchSite): Promise<BenchBrowser> {
  const browser = await launchChromium()
  const context = await browser.newContext()
  return {
    visit: async (contestant) => {
      const page = await context.newPage()
      try {
        await page.goto(site.pageOf(contestant))
        return await timedVisit(page, contestant)
      } finally {
        await page.close()
      }
    },
    close: () => browser.close(),
  }
}

async function timedVisit(page: Page, contestant: Contestant): Promise<Visit> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const threadMs = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    const found = metrics.find(({ name }) => name === 'ThreadTime')
    if (!found) throw new Error('This Chromium does not tell the processor time of a thread.')
    return found.value * 1000
  }
  const before = await threadMs()
  // What the expression answers.
  const { beganMs, doneMs } = (await page.evaluate(measured(contestant))) as Span
  const after = await threadMs()
  const { sentMs, signals } = (await page.evaluate(told(beganMs))) as Told
  return { sentMs, doneMs, threadMs: after - before, signals }
}

async function startOther(name: Engine, display: Display, site: BenchSite): Promise<BenchBrowser> {
  const browser = await launchBrowser(name, { mode: 'headful', display: display.name })
  return {
    visit: async (contestant) => {
      await browser.open(site.pageOf(contestant))
      // What the expressions answer.
      const { beganMs, doneMs } = (await browser.evaluate(measured(contestant))) as Span
      const { sentMs, signals } = (await browser.evaluate(told(beganMs))) as Told
      return { sentMs, doneMs, threadMs: null, signals }
    },
    close: browser.close,
  }
}
