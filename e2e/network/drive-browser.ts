import { launchBrowser } from '../browsers/launch.ts'
import type { Engine, LaunchOptions, TestBrowser } from '../browsers/test-browser.ts'

/** What a driver is told to do. */
export interface BrowserOrder {
  readonly id: number
  readonly what: 'launch' | 'open' | 'evaluate' | 'cookies' | 'clearCookies' | 'close'
  readonly args: readonly unknown[]
}

/** What came of it, and what the browser's console said since the last answer. */
export interface BrowserAnswer {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
  readonly said: readonly string[]
}

let browser: TestBrowser | undefined
let heard = 0

/** The launcher sends a launch first, and arguments of the kinds that the browser takes. */
function obey({ what, args: [first, second] }: BrowserOrder): Promise<unknown> {
  if (what === 'launch') return launch(first as Engine, second as LaunchOptions)
  if (!browser) return Promise.reject(new Error('There is no browser yet.'))
  switch (what) {
    case 'open':
      return browser.open(String(first))
    case 'evaluate':
      return browser.evaluate(String(first))
    case 'cookies':
      return browser.jar?.list() ?? Promise.reject(new Error('This browser has no jar.'))
    case 'clearCookies':
      return browser.jar?.clear() ?? Promise.reject(new Error('This browser has no jar.'))
    case 'close':
      return browser.close()
  }
}

async function launch(engine: Engine, options: LaunchOptions): Promise<string> {
  browser = await launchBrowser(engine, options)
  return browser.version
}

function answer(part: Omit<BrowserAnswer, 'said'>): void {
  const said = browser?.said ?? []
  process.send?.({ ...part, said: said.slice(heard) } satisfies BrowserAnswer)
  heard = said.length
}

process.on('message', (message: BrowserOrder) => {
  const { id } = message
  obey(message).then(
    (value) => answer({ id, value }),
    (error: unknown) => answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})

// Whoever gave the orders is gone, and with them the reason for the browser.
process.on('disconnect', () => process.exit())
