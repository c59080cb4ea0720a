import { present, type Source } from '../source.ts'

/**
 * How many threads the machine can run at once, as far as the browser admits it.
 *
 * Spec: https://html.spec.whatwg.org/multipage/workers.html#dom-navigator-hardwareconcurrency
 * Absent: where there is no navigator; the standard lets a browser answer with less than the truth.
 * Checked: Chromium 156, November 2026.
 */
export const cores: Source<'cores'> = ({ navigator }) => present(navigator?.hardwareConcurrency)
