import { expecting } from '../expecting.ts'
import type { DocumentLike } from '../global.ts'
import { complete, type Source } from '../source.ts'

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
  return complete({ maxTouchPoints, touchEvent: makesTouchEvents(g.document), touchStart: 'ontouchstart' in g })
}

function makesTouchEvents(document: DocumentLike | undefined): boolean {
  // https://dom.spec.whatwg.org/#dom-document-createevent: what this happens with is no event here.
  return expecting('NotSupportedError', () => Boolean(document?.createEvent?.('TouchEvent')), false)
}
