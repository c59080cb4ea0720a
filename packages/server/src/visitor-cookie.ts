import { isIP } from 'node:net'
import { getDomain } from 'tldts'
import { hostOf, SELF } from './request-origin.ts'

/** The only cookie. Its value is an unguessable token, never the visitor id. */
export const VISITOR_COOKIE = '_tcid'

/** Answers to `/health` set this one, so that an operator can check the attributes with curl. */
export const PROBE_COOKIE = '_tcprobe'

const VISITOR_MAX_AGE_S = 365 * 24 * 3600
const PROBE_MAX_AGE_S = 60

/** Where a cookie is good for. */
export interface CookieReach {
  /** Page and server share a site, so the browser keeps and sends the cookie. */
  readonly reaches: boolean
  /** The widest registrable domain that both share; undefined: this host alone. */
  readonly domain: string | undefined
}

/**
 * Finds out what page and server share. `origin` is of `requestOrigin`, `host` is the server's Host header. Public
 * suffixes count private ones too: two customers of one hosting provider share nothing.
 */
export function cookieReach(origin: string, host: string): CookieReach {
  const server = withoutPort(host)
  const page = origin === SELF ? server : withoutPort(hostOf(origin) ?? '')
  const serverDomain = registrable(server)
  if (serverDomain === null) return { reaches: page === server, domain: undefined }
  return registrable(page) === serverDomain
    ? { reaches: true, domain: serverDomain }
    : { reaches: false, domain: undefined }
}

const registrable = (host: string): string | null =>
  isIP(host.replace(/^\[|\]$/g, '')) ? null : getDomain(host, { allowPrivateDomains: true })

const withoutPort = (host: string): string => host.toLowerCase().replace(/:\d+$/, '')

/** How a request reached us, as far as a cookie's attributes depend on it. */
export interface Transport {
  readonly protocol: string
  readonly host: string
}

/**
 * The text of a Set-Cookie header. `Secure` is left out only on plain HTTP to loopback, where WebKit would drop the
 * cookie; on any other plain HTTP the browser refuses it, which is what the operator must notice.
 */
function setCookie(name: string, value: string, maxAgeS: number, domain: string | undefined, via: Transport): string {
  const parts = [`${name}=${value}`, `Max-Age=${maxAgeS}`, 'Path=/']
  if (domain !== undefined) parts.push(`Domain=.${domain}`)
  parts.push('HttpOnly')
  if (via.protocol === 'https' || !isLoopback(withoutPort(via.host))) parts.push('Secure')
  parts.push('SameSite=Lax')
  return parts.join('; ')
}

/** Sets the visitor cookie for a year. */
export const setVisitorCookie = (token: string, { domain }: CookieReach, via: Transport): string =>
  setCookie(VISITOR_COOKIE, token, VISITOR_MAX_AGE_S, domain, via)

/** Takes the visitor cookie away. */
export const dropVisitorCookie = ({ domain }: CookieReach, via: Transport): string =>
  setCookie(VISITOR_COOKIE, '', 0, domain, via)

/** Sets the probe cookie for a minute. */
export const setProbeCookie = ({ domain }: CookieReach, via: Transport): string =>
  setCookie(PROBE_COOKIE, '1', PROBE_MAX_AGE_S, domain, via)

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
