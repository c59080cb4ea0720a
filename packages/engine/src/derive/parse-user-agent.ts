import type { BrowserFamily, NameVersion } from '@tracio/contract'
import Bowser from 'bowser'
import { boundedMemo } from './bounded-memo.ts'

/** What a user agent string says of the browser that sent it. Claims, all of it. */
export interface UserAgentClaims {
  readonly browser: NameVersion | undefined
  readonly os: NameVersion | undefined
  readonly device: 'desktop' | 'mobile' | 'tablet' | undefined
  readonly family: BrowserFamily | undefined
}

/** The catalogue's own limit for `userAgent`; a header may be longer, and what is longer is nobody's browser. */
const USER_AGENT_LENGTH_MAX = 1024

/**
 * Distinct user agents that are remembered. Reduced user agents made the common ones few: one per platform and major.
 * Chosen by hand, November 2026; parsing takes about 12 microseconds, so a miss is cheap (bowser 2.15, Node 24).
 */
const REMEMBERED_MAX = 1000

/**
 * Families by layout engine. Browsers on iOS say WebKit under every brand and are Safari underneath. Trident, Presto and
 * EdgeHTML are none of the three.
 */
const families: Readonly<Record<string, BrowserFamily>> = { Blink: 'chromium', Gecko: 'firefox', WebKit: 'safari' }

/** The browser of Android 4 and before calls its engine WebKit and runs V8: neither Safari nor Chromium. */
const NOT_SAFARI = 'Android Browser'

/** What the parser answers when it knows no browser: the first product token, which everybody sends. */
const NOBODY = 'Mozilla'

const parse = boundedMemo(REMEMBERED_MAX, (userAgent: string): UserAgentClaims => {
  const { browser, os, platform, engine } = Bowser.parse(userAgent)
  const osVersion = os.name === 'Windows' ? os.versionName : os.version
  return Object.freeze({
    browser: browser.name === NOBODY ? undefined : named(browser.name, browser.version),
    os: named(os.name, osVersion),
    device: os.name === 'Chrome OS' ? 'desktop' : deviceOf(platform.type),
    family: familyBy(engine.name, os.name, browser.name),
  })
})

/** The parser gives Edge on iOS and iPadOS the engine that Edge once had, which never left Windows (bowser 2.15). */
const appleSystems: ReadonlySet<string | undefined> = new Set(['iOS', 'macOS'])

function familyBy(engine = '', os: string | undefined, browser: string | undefined): BrowserFamily | undefined {
  if (engine === 'EdgeHTML' && appleSystems.has(os)) return 'safari'
  return browser === NOT_SAFARI ? undefined : families[engine]
}

const unparsed: UserAgentClaims = Object.freeze({
  browser: undefined,
  os: undefined,
  device: undefined,
  family: undefined,
})

/** Reads a user agent string. The parser refuses an empty one, which claims nothing. */
export const parseUserAgent = (userAgent: string): UserAgentClaims =>
  userAgent === '' ? unparsed : parse(userAgent.slice(0, USER_AGENT_LENGTH_MAX))

/** The family that a user agent claims. The server needs it before it decodes readings. */
export const familyOf = (userAgent: string): BrowserFamily | undefined => parseUserAgent(userAgent).family

const named = (name: string | undefined, version: string | undefined): NameVersion | undefined =>
  name ? Object.freeze({ name, version: version ?? '' }) : undefined

const deviceOf = (type: string | undefined): UserAgentClaims['device'] =>
  type === 'desktop' || type === 'mobile' || type === 'tablet' ? type : undefined
