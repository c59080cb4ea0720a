import type { Evidence } from '@tracio/contract'
import { clear, defineDetector, detected } from '../detector.ts'
import { type HeadlessMarkerRow, headlessMarkerRows } from '../tables/headless-marker-rows.ts'

/**
 * Points from which the markers together speak up. What a person with a QtWebEngine browser shows full-screen on a
 * virtual machine near the server stays below (55); Chromium 156 with --headless=new under another name reaches it (60).
 * Chosen by hand, November 2026; revisit with the corpus.
 */
export const POINTS_MIN = 60

/** Points that leave no doubt: strength is their share of these. */
const POINTS_FULL = 100

type Reason = (typeof headlessMarkerRows)[number]['reason']

/** The browser draws no window: by its own name, or by several traces that no one circumstance explains. */
export const headlessMarkers = defineDetector({
  id: 'headless_markers',
  category: 'bot',
  needs: ['headlessMarkers', 'requestUserAgent'],
  wants: ['userAgent', 'clientHints', 'screen', 'webglBasics', 'languages', 'claimedFamily', 'claimedDevice'],
  // `Object.fromEntries` forgets its keys; there is one for every row, and no row goes without a sentence.
  reasons: Object.fromEntries(headlessMarkerRows.map(({ reason, sentence }) => [reason, sentence])) as Record<
    Reason,
    string
  >,
  detect(seen) {
    const isDesktopChromium = seen.claimedFamily === 'chromium' && seen.claimedDevice === 'desktop'
    const heaviest = new Map<HeadlessMarkerRow['cause'], number>()
    const found: Evidence<Reason>[] = []
    for (const marker of headlessMarkerRows) {
      if (marker.desktopChromiumOnly && !isDesktopChromium) continue
      const observed = marker.find(seen)
      if (observed === undefined) continue
      heaviest.set(marker.cause, Math.max(marker.points, heaviest.get(marker.cause) ?? 0))
      found.push({ reason: marker.reason, observed, expected: marker.expected })
    }
    const points = [...heaviest.values()].reduce((sum, each) => sum + each, 0)
    const [first, ...others] = found
    return first && points >= POINTS_MIN ? detected(Math.min(1, points / POINTS_FULL), first, ...others) : clear
  },
})
