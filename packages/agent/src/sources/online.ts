import { present, type Source } from '../source.ts'

/**
 * Whether the browser believes to be connected.
 *
 * Spec: https://html.spec.whatwg.org/multipage/system-state.html#navigator.online
 * Absent: where there is no navigator.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const online: Source<'online'> = ({ navigator }) => present(navigator?.onLine)
