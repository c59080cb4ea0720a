import type { Evidence } from '@tracio/contract'
import { isHiddenZone } from '../derive/zone-fit.ts'
import { clear, defineDetector, detected } from '../detector.ts'

type Reason = 'tor_zone' | 'tor_canvas' | 'tor_webgl' | 'tor_window' | 'tor_fonts'

/** Marks that make the profile. The product's own rule, November 2026. */
const MARKS_MIN = 3

/**
 * Three of these marks a Firefox in a container has as well: the zone of a server, no graphics, few fonts. So one of the two
 * that only hardening brings has to be among them. Our recordings of November 2026 show it.
 */
const HARDENING: ReadonlySet<Reason> = new Set(['tor_canvas', 'tor_window'])

/**
 * A window's inside is cut to whole multiples of these, and the screen is said to be as large. The design document of the
 * Tor Browser and Mozilla's page on resisting fingerprinting; read in November 2026, not measured on the browser itself.
 */
const WINDOW_STEP_PX = { width: 200, height: 100 } as const

/**
 * Of the 69 families that are looked for: desktops have twenty and more, the browser ships with a handful. Chosen by hand,
 * November 2026; revisit with the corpus.
 */
const FONTS_FEW_MAX = 8

/** Other browsers are hardened alike and used without Tor. Chosen by hand, November 2026. */
const STRENGTH = 0.4

/** The browser looks like the Tor Browser: evidence beside the address, and no proof of the Tor network. */
export const torBrowser = defineDetector({
  id: 'tor_browser',
  category: 'ip',
  needs: ['claimedFamily', 'timezone', 'screen', 'viewport'],
  wants: ['canvasAccess', 'webglAccess', 'fonts'],
  reasons: {
    tor_zone: 'The clock is set to a zone of no place, as the Tor Browser sets it.',
    tor_canvas: 'What the browser draws cannot be read, or comes back with noise in it.',
    tor_webgl: 'The browser gives pages no graphics context.',
    tor_window: 'The screen is said to be as large as the inside of the window, in rounded numbers.',
    tor_fonts: 'The browser shows hardly any fonts.',
  },
  detect({ claimedFamily, timezone, screen, viewport, canvasAccess, webglAccess, fonts }) {
    if (claimedFamily !== 'firefox') return clear
    const found: Evidence<Reason>[] = []
    const mark = (isThere: boolean, reason: Reason, observed: string, expected: string) => {
      if (isThere) found.push({ reason, observed, expected })
    }
    const { innerWidth, innerHeight } = viewport
    const isRounded = innerWidth % WINDOW_STEP_PX.width === 0 && innerHeight % WINDOW_STEP_PX.height === 0
    const isAsScreen = screen.width === innerWidth && screen.height === innerHeight
    mark(isHiddenZone(timezone, claimedFamily), 'tor_zone', `zone ${timezone}`, 'the zone of a place')
    mark(canvasAccess === 'refused' || canvasAccess === 'noised', 'tor_canvas', `${canvasAccess}`, 'readable')
    mark(webglAccess === 'none', 'tor_webgl', 'no context', 'a context')
    mark(isRounded && isAsScreen, 'tor_window', `screen and window ${innerWidth} × ${innerHeight}`, 'a larger screen')
    if (fonts) mark(fonts.length <= FONTS_FEW_MAX, 'tor_fonts', `${fonts.length} fonts`, `more than ${FONTS_FEW_MAX}`)
    const [first, ...others] = found
    const isProfile = found.length >= MARKS_MIN && found.some(({ reason }) => HARDENING.has(reason))
    return first && isProfile ? detected(STRENGTH, first, ...others) : clear
  },
})
