import { present, type Source } from '../source.ts'

/**
 * The system that the browser says it was built for.
 *
 * Spec: https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator-platform
 * Absent: only where there is no navigator at all.
 * Checked: Chromium 156, November 2026.
 */
export const platform: Source<'platform'> = ({ navigator }) => present(navigator?.platform)
