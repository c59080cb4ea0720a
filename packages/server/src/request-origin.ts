import type { IncomingHttpHeaders } from 'node:http'

/** The pages of this server itself, whatever name it is reached by. */
export const SELF = 'self'

/**
 * Whose page sent a request: `self`, an origin in lower case, or `null` for an opaque one. A same-origin GET carries
 * no Origin header and a same-origin POST does, so both must come out as `self`: Sec-Fetch-Site says it in every
 * current browser, and the host does where a proxy has not rewritten it.
 */
export function requestOrigin(headers: IncomingHttpHeaders, host: string): string {
  const { origin } = headers
  if (origin === undefined || headers['sec-fetch-site'] === 'same-origin') return SELF
  return hostOf(origin) === host.toLowerCase() ? SELF : origin.toLowerCase()
}

/** Host and port of an origin; undefined for an opaque or broken one. */
export function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
