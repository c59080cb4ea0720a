import { once } from 'node:events'
import { join } from 'node:path'
import type { Engine, JarCookie, LaunchOptions, TestBrowser } from '../browsers/test-browser.ts'
import type { BrowserAnswer, BrowserOrder } from './drive-browser.ts'
import type { NetworkHost } from './namespaces.ts'

const DRIVER = join(import.meta.dirname, 'drive-browser.ts')

/** What a launch on a host may ask for besides. */
export interface LaunchOptionsAt extends LaunchOptions {
  /** The zone of the host's clock; the test's own when absent. */
  readonly timezone?: string
}

/**
 * Launches a browser on a host. Its driver speaks to it by loopback, which is the host's own, so the driver runs there as
 * well, in a process of its own that takes orders from this one.
 */
export async function launchBrowserAt(
  host: NetworkHost,
  engine: Engine,
  { timezone, ...options }: LaunchOptionsAt,
): Promise<TestBrowser> {
  const child = host.spawn(process.execPath, ['--conditions=source', '--disable-warning=ExperimentalWarning', DRIVER], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...(timezone === undefined ? {} : { TZ: timezone }) },
  })
  const said: string[] = []
  const ended = once(child, 'exit')
  let orders = 0

  function order(what: BrowserOrder['what'], ...args: readonly unknown[]): Promise<unknown> {
    const id = ++orders
    return new Promise((resolve, reject) => {
      const over = () => reject(new Error('The browser’s driver has ended.'))
      const hear = (message: unknown): void => {
        // The driver sends nothing else.
        const answer = message as BrowserAnswer
        if (answer.id !== id) return
        child.off('message', hear).off('exit', over)
        said.push(...answer.said)
        if (answer.error === undefined) resolve(answer.value)
        else reject(new Error(answer.error))
      }
      child.on('message', hear).once('exit', over)
      child.send({ id, what, args } satisfies BrowserOrder)
    })
  }

  const version = String(await order('launch', engine, options))
  return {
    version,
    said,
    open: async (url) => void (await order('open', url)),
    evaluate: (expression) => order('evaluate', expression),
    jar: {
      // What the driver's own jar lists.
      list: async () => (await order('cookies')) as readonly JarCookie[],
      clear: async () => void (await order('clearCookies')),
    },
    close: async () => {
      await order('close')
      child.disconnect()
      await ended
    },
  }
}
