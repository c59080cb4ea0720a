import { present, type Source } from '../source.ts'

/**
 * Whether the browser marks itself as Brave. The mark is looked at and not called, because anybody can answer a call.
 *
 * Spec: https://github.com/brave/brave-browser/wiki/Detecting-Brave-(for-Websites)
 * Absent: where there is no navigator.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const braveMark: Source<'braveMark'> = ({ navigator }) =>
  present(navigator && typeof navigator.brave?.isBrave === 'function')
