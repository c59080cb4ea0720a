import { chromium } from 'playwright-core'
import { SWITCHES } from '../chromium.ts'
import { createProfile } from './profile.ts'
import { programPath } from './program-path.ts'
import { SETTLE_GPU } from './settle-gpu.ts'
import type { LaunchOptions, TestBrowser } from './test-browser.ts'

/**
 * Launches Chromium by Playwright, with a profile on disk: contexts made later are incognito ones in disguise. With
 * `--incognito` the tab that the browser opens itself is the private one, and tabs that a driver opens are not, so the
 * first tab is used throughout (Chromium 156, November 2026).
 */
export async function launchChromiumBrowser({ mode, display, proxy }: LaunchOptions): Promise<TestBrowser> {
  const profile = createProfile()
  const context = await chromium.launchPersistentContext(profile.path, {
    executablePath: programPath('chromium'),
    headless: mode === 'headless',
    // A window as the browser makes it; a viewport that the driver sets shows in the measures.
    viewport: null,
    env: profile.env(display),
    args: [...SWITCHES, ...(mode === 'private' ? ['--incognito'] : [])],
    ...(proxy === undefined ? {} : { proxy: { server: `http://${proxy}` }, ignoreHTTPSErrors: true }),
  })
  const page = context.pages()[0] ?? (await context.newPage())
  if (mode !== 'headless') await page.evaluate(SETTLE_GPU)
  const said: string[] = []
  // Nobody is shown the level `debug` who did not ask for it; the trap for developer tools speaks there.
  page.on('console', (message) => message.type() !== 'debug' && said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  // The context's own cookies are those of the profile; what a private tab has, only its own session sees.
  const cdp = await context.newCDPSession(page)
  return {
    version: context.browser()?.version() ?? '',
    said,
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    jar: {
      list: async () => {
        const { cookies } = await cdp.send('Network.getCookies')
        return cookies.map((cookie) => ({ ...cookie, sameSite: cookie.sameSite ?? '' }))
      },
      clear: async () => void (await cdp.send('Network.clearBrowserCookies')),
    },
    close: async () => {
      await context.close()
      profile.dispose()
    },
  }
}
