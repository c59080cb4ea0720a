import { present, type Source } from '../source.ts'

/**
 * What the browser calls itself.
 *
 * Spec: https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator-useragent
 * Absent: only where there is no navigator at all.
 * Checked: Chromium 156, November 2026.
 */
export const userAgent: Source<'userAgent'> = ({ navigator }) => present(navigator?.userAgent)
