/** A session of the W3C WebDriver protocol, as far as tests need it. */
export interface WebDriverSession {
  readonly browserVersion: string
  /** Sends a command of the session; the answer's value. Throws with the driver's own words. */
  command(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown>
}

/** A driver that does not listen by then has failed; it takes some 50 ms. */
const LISTEN_MS_MAX = 10_000

/** Opens a session at a driver that has just been started. */
export async function openWebDriverSession(driver: string, capabilities: object): Promise<WebDriverSession> {
  await listening(driver)
  const opened = await send('POST', `${driver}/session`, { capabilities: { alwaysMatch: capabilities } })
  const { sessionId, capabilities: got } = opened as {
    sessionId: string
    capabilities: { browserVersion: string }
  }
  return {
    browserVersion: got.browserVersion,
    command: (method, path, body) => send(method, `${driver}/session/${sessionId}${path}`, body),
  }
}

async function send(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  // Every answer of the protocol is an object with a value; see https://www.w3.org/TR/webdriver2/#dfn-send-a-response.
  const { value } = (await response.json()) as { value: unknown }
  if (response.ok) return value
  throw new Error(`WebDriver ${method} ${new URL(url).pathname}: ${JSON.stringify(value)}`)
}

async function listening(driver: string): Promise<void> {
  for (const started = Date.now(); ; ) {
    try {
      await send('GET', `${driver}/status`)
      return
    } catch (error) {
      // Nobody listens yet: fetch throws a TypeError. Anything else is an answer, and not the one we want.
      if (!(error instanceof TypeError) || Date.now() - started > LISTEN_MS_MAX) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
