import { complete, type Source } from '../source.ts'

/**
 * What docks and task bars take of the monitor at its left and top (the rest follows from the screen's sizes), counted
 * from the first monitor's corner, and whether there are several monitors.
 *
 * Spec: https://w3c.github.io/window-management/#api-extensions-to-screen
 * Absent: where there is no screen, or one without these attributes (WebKit on phones). Whether there are several
 * monitors is null on plain HTTP pages and where the browser does not tell.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const screenInsets: Source<'screenInsets'> = ({ screen }) => {
  const { availLeft, availTop, isExtended: extended = null } = screen ?? {}
  return complete({ availLeft, availTop, extended })
}
