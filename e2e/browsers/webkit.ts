import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { miniBrowser } from './mini-browser.ts'
import { createProfile } from './profile.ts'
import { programPath } from './program-path.ts'
import type { CookieJar, JarCookie, LaunchOptions, TestBrowser } from './test-browser.ts'
import { openWebDriverSession, type WebDriverSession } from './web-driver.ts'

/**
 * Launches WebKitGTK's MiniBrowser by WebKitWebDriver. It has no headless mode, and an automated one keeps nothing on
 * disk even without `--private`, which it is given all the same (WebKitGTK 2.50, November 2026). Its driver cannot hear
 * the console.
 */
export async function launchWebkitBrowser({ mode, display, proxy }: LaunchOptions): Promise<TestBrowser> {
  if (mode === 'headless') throw new Error('WebKitGTK has no headless mode.')
  const profile = createProfile()
  const port = await freePort()
  const driver = spawn(programPath('webkit'), [`--port=${port}`], { env: profile.env(display), stdio: 'ignore' })
  const ended = once(driver, 'exit')
  const stop = async () => {
    driver.kill()
    await ended
    profile.dispose()
  }
  const session = await openWebDriverSession(`http://127.0.0.1:${port}`, {
    'webkitgtk:browserOptions': {
      binary: miniBrowser(),
      args: [
        '--automation',
        ...(mode === 'private' ? ['--private'] : []),
        // The protocol's own `sslProxy` would have it speak TLS to the proxy itself.
        ...(proxy === undefined ? [] : [`--proxy=http://${proxy}`]),
      ],
    },
    acceptInsecureCerts: proxy !== undefined,
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return {
    version: session.browserVersion,
    said: undefined,
    open: async (url) => void (await session.command('POST', '/url', { url })),
    evaluate: (expression) => evaluate(session, expression),
    jar: jarOf(session),
    close: async () => {
      await session.command('DELETE', '')
      await stop()
    },
  }
}

/** The protocol runs a function body and waits until it calls its last argument. */
async function evaluate(session: WebDriverSession, expression: string): Promise<unknown> {
  const script = `const done = arguments[arguments.length - 1]
    Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }))`
  const answer = (await session.command('POST', '/execute/async', { script, args: [] })) as {
    readonly value?: unknown
    readonly error?: string
  }
  if (answer.error !== undefined) throw new Error(answer.error)
  return answer.value
}

function jarOf(session: WebDriverSession): CookieJar {
  return {
    list: async () => {
      // Serialised cookies; see https://www.w3.org/TR/webdriver2/#dfn-serialized-cookie.
      const cookies = (await session.command('GET', '/cookie')) as readonly JarCookie[]
      return cookies
    },
    clear: async () => void (await session.command('DELETE', '/cookie')),
  }
}

/** A port that was free a moment ago: the driver does not tell which one it took when it may choose. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
