import type { Reading, Readings } from '@tracio/contract'
import type { Derived } from '../observations.ts'
import { canvasAccess, webglAccess } from './drawing-access.ts'
import { impliedEngine } from './implied-engine.ts'
import { parseUserAgent, type UserAgentClaims } from './parse-user-agent.ts'
import { refineByClientHints } from './refine-by-client-hints.ts'

/** The conclusions that several judges share. `headerUserAgent` stands in where the page could not read its own. */
export function derive(readings: Readings, headerUserAgent: string): Derived {
  const userAgent = claimedUserAgent(readings, headerUserAgent)
  const hints = valueIn(readings.clientHints)
  const claims = hints ? refineByClientHints(parseUserAgent(userAgent), hints) : parseUserAgent(userAgent)
  return {
    claimedBrowser: claims.browser,
    claimedOs: claims.os,
    claimedDevice: isTabletInDisguise(claims, readings) ? 'tablet' : claims.device,
    claimedFamily: claims.family,
    impliedEngine: impliedEngine({
      evalLength: valueIn(readings.evalLength),
      productSub: valueIn(readings.productSub),
      vendor: valueIn(readings.vendor),
    }),
    canvasAccess: canvasAccess(readings),
    webglAccess: webglAccess(readings),
  }
}

/** The page's own statement goes first: the engine, to which it is compared, is read in the same place. */
export const claimedUserAgent = (readings: Readings, headerUserAgent: string): string =>
  valueIn(readings.userAgent) ?? headerUserAgent

/**
 * iPads ask for desktop sites with the user agent of a Mac (since iPadOS 13, 2019), and feel five fingers. No Mac has a
 * touch screen as of November 2026.
 */
const IPAD_TOUCH_POINTS = 5

function isTabletInDisguise({ family, os }: UserAgentClaims, { touch }: Readings): boolean {
  if (family !== 'safari' || os?.name !== 'macOS') return false
  return valueIn(touch)?.maxTouchPoints === IPAD_TOUCH_POINTS
}

const valueIn = <T>(reading: Reading<T>): T | undefined => ('value' in reading ? reading.value : undefined)
