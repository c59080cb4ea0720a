/** The engines that people's browsers are made of. */
export type Engine = 'chromium' | 'firefox' | 'webkit'

/** How a browser is started. `private` is a private window of a headful browser, or what the engine has in its place. */
export type Mode = 'headless' | 'headful' | 'private'

/** What a launch may ask for beyond the engine. */
export interface LaunchOptions {
  readonly mode: Mode
  /** The X display to open windows on; needed by every mode but `headless`. */
  readonly display?: string | undefined
  /** `host:port` of an HTTP proxy for everything but loopback. Certificates are then not verified. */
  readonly proxy?: string | undefined
  /** The setting that lets no site keep anything; of the launchers here Firefox's knows it. */
  readonly storage?: 'blocked'
}

/** A cookie as the browser's jar holds it. */
export interface JarCookie {
  readonly name: string
  readonly value: string
  /** As the driver says it, with or without a leading dot. */
  readonly domain: string
  readonly httpOnly: boolean
  readonly secure: boolean
  readonly sameSite: string
}

/** The browser's cookies, HttpOnly ones included. */
export interface CookieJar {
  /** Cookies that the current page's host would be sent. */
  list(): Promise<readonly JarCookie[]>
  clear(): Promise<void>
}

/** A browser with one tab, in a profile of its own that is deleted at the end. Launch another for a second profile. */
export interface TestBrowser {
  /** As the browser states it, such as `156.0.8078.79`. */
  readonly version: string
  /** Loads a page and waits until it has. */
  open(url: string): Promise<void>
  /** The value of an expression in the page, waited for when it is a promise. Whatever JSON can carry. */
  evaluate(expression: string): Promise<unknown>
  /** Undefined where the driver does not reach the jar: Firefox's private one, over BiDi (Firefox 153, November 2026). */
  readonly jar: CookieJar | undefined
  /** What pages wrote to the console, errors that nobody caught among it. Undefined where the driver cannot hear it. */
  readonly said: readonly string[] | undefined
  close(): Promise<void>
}
