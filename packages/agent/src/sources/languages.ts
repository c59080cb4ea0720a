import { type Source, unavailable } from '../source.ts'

/**
 * The languages that the person reads, best first.
 *
 * Spec: https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator-languages
 * Absent: only where there is no navigator at all.
 * Checked: Chromium 156, November 2026.
 */
export const languages: Source<'languages'> = ({ navigator }) =>
  navigator?.languages ? { value: [...navigator.languages] } : unavailable
