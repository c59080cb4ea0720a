import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { programPath } from './browsers/program-path.ts'
import type { ApiBody } from './tracio-server.ts'

/** Without the first switch Chromium refuses to run as root; the others keep it from calling home. */
export const SWITCHES = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
]

/** Launches headless Chromium. `switches` may hide the automation flag. */
export const launchChromium = (...switches: string[]): Promise<Browser> =>
  chromium.launch({ executablePath: programPath('chromium'), args: [...SWITCHES, ...switches] })

/** Opens a page and asks the agent on it who this is, as a customer's page does. */
export async function visit(context: BrowserContext, url: string, options: object = {}): Promise<ApiBody> {
  const page = await context.newPage()
  try {
    await page.goto(url)
    return await getResult(page, options)
  } finally {
    await page.close()
  }
}

/** `Tracio.init().getResult(options)` in the page; an error comes back as `{ code, message }`. */
export const getResult = (page: Page, options: object = {}, config: object = {}): Promise<ApiBody> =>
  page.evaluate(
    ([init, get]) =>
      Tracio.init(init)
        .getResult(get)
        .catch(({ code, message }: { code: string; message: string }) => ({ code, message })),
    // Time enough on a loaded machine: readings that came later would make it another browser.
    [{ budgetMs: 2000, ...config }, options] as const,
  )

/** What `/agent.js` installs in a page. */
declare const Tracio: {
  init(config: object): { getResult(options: object): Promise<Readonly<Record<string, unknown>>> }
}
