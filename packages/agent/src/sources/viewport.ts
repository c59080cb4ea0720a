import type { Signals } from '@tracio/contract'
import type { Global } from '../global.ts'
import { settledWindow, unsettled } from '../settled-window.ts'
import { complete, type Sample, type Source } from '../source.ts'

/**
 * Where the window stands and how large it is, outside, inside, without scroll bars, and as far as it is zoomed into by
 * pinching. Zero for the outer sizes shortly after a navigation is Chromium's habit and not a finding: it is waited for.
 *
 * Spec: https://drafts.csswg.org/cssom-view/#extensions-to-the-window-interface, https://drafts.csswg.org/cssom-view/#visualViewport
 * Absent: where there is no window. A size that the browser lacks is null.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const viewport: Source<'viewport'> = (g) => (unsettled(g) ? settledWindow(g).then(() => sizes(g)) : sizes(g))

function sizes(g: Global): Sample<Signals['viewport']> {
  const { innerWidth, innerHeight, outerWidth = null, outerHeight = null, screenX = null, screenY = null } = g
  const { clientWidth = null, clientHeight = null } = g.document?.documentElement ?? {}
  const { width: visualWidth = null, height: visualHeight = null, scale: visualScale = null } = g.visualViewport ?? {}
  return complete({
    ...{ innerWidth, innerHeight, outerWidth, outerHeight, clientWidth, clientHeight },
    ...{ visualWidth, visualHeight, visualScale, screenX, screenY },
  })
}
