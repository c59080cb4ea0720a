import { recordOf } from '../record-of.ts'
import { present, type Source } from '../source.ts'

const BARS = ['locationbar', 'menubar', 'scrollbars', 'toolbar'] as const

/**
 * Which bars the window says it has: all of them in a tab, and few in a window that a script opened as a pop-up. Scroll
 * bars can be switched off alone.
 *
 * Spec: https://html.spec.whatwg.org/multipage/nav-history-apis.html#browser-interface-elements
 * Absent: where there is no window (workers). Bars that the browser does not know are left out.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const windowBars: Source<'windowBars'> = (g) => {
  return present(g.toolbar && recordOf(BARS, (name) => g[name]?.visible))
}
