import { present, type Source } from '../source.ts'

/**
 * The time at which the browser was built. Firefox gives web pages the same one always, so another one is news.
 *
 * Spec: https://developer.mozilla.org/docs/Web/API/Navigator/buildID (no standard has it)
 * Absent: in Chromium and Safari (catalogue: `neverIn`).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const buildId: Source<'buildId'> = ({ navigator }) => present(navigator?.buildID)
