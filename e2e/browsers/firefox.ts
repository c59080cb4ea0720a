import { launch } from 'puppeteer-core'
import { createProfile } from './profile.ts'
import { programPath } from './program-path.ts'
import type { LaunchOptions, TestBrowser } from './test-browser.ts'

/** Firefox as Debian ships it asks nobody for updates at once; these keep it from asking anybody later. */
export const FIREFOX_PREFS = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.region.update.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
} as const

/** Makes every window a private one. */
export const PRIVATE_PREFS = { 'browser.privatebrowsing.autostart': true } as const

/**
 * Launches Firefox by Puppeteer over WebDriver BiDi. BiDi reaches the cookies of ordinary windows alone, so a private
 * browser has no jar here.
 */
export async function launchFirefoxBrowser({ mode, display, proxy, storage }: LaunchOptions): Promise<TestBrowser> {
  const home = createProfile()
  const browser = await launch({
    browser: 'firefox',
    executablePath: programPath('firefox'),
    headless: mode === 'headless',
    // A window as the browser makes it; a viewport that the driver sets shows in the measures.
    defaultViewport: null,
    env: home.env(display),
    acceptInsecureCerts: proxy !== undefined,
    extraPrefsFirefox: {
      ...FIREFOX_PREFS,
      ...(mode === 'private' ? PRIVATE_PREFS : {}),
      ...(proxy === undefined ? {} : proxyPrefs(proxy)),
      // Its second value of four: block all cookies, and with them all storage.
      ...(storage === 'blocked' ? { 'network.cookie.cookieBehavior': 2 } : {}),
    },
  })
  const page = (await browser.pages())[0] ?? (await browser.newPage())
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  return {
    version: (await browser.version()).replace('firefox/', ''),
    said,
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    jar:
      mode === 'private'
        ? undefined
        : {
            list: async () =>
              (await page.cookies()).map((cookie) => ({
                ...cookie,
                httpOnly: cookie.httpOnly ?? false,
                sameSite: cookie.sameSite ?? '',
              })),
            clear: async () => browser.deleteCookie(...(await browser.cookies())),
          },
    close: async () => {
      await browser.close()
      home.dispose()
    },
  }
}

function proxyPrefs(proxy: string): Record<string, string | number | boolean> {
  const [host = '', port] = proxy.split(':')
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': 'localhost',
  }
}
