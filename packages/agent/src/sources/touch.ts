import { isNamed } from '../error-name.ts'
import type { DocumentLike } from '../global.ts'
import { type Source, unavailable } from '../source.ts'

/**
 * Whether the device is touched: the points it takes at once, and whether touch events can be made and handled. The
 * three disagree on desktops with a touch screen and under mobile emulation, so all are sent.
 *
 * Spec: https://www.w3.org/TR/pointerevents/#dom-navigator-maxtouchpoints, https://w3c.github.io/touch-events/
 * Absent: where the navigator lacks `maxTouchPoints`.
 * Checked: Chromium 156, November 2026.
 */
export const touch: Source<'touch'> = (g) => {
  const maxTouchPoints = g.navigator?.maxTouchPoints
  if (maxTouchPoints === undefined) return unavailable
  return { value: { maxTouchPoints, touchEvent: makesTouchEvents(g.document), touchStart: 'ontouchstart' in g } }
}

function makesTouchEvents(document: DocumentLike | undefined): boolean {
  try {
    return Boolean(document?.createEvent?.('TouchEvent'))
  } catch (error) {
    // https://dom.spec.whatwg.org/#dom-document-createevent: what this happens with is no event here.
    if (isNamed(error, 'NotSupportedError')) return false
    throw error
  }
}
