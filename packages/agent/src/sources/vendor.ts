import { present, type Source } from '../source.ts'

/**
 * The maker's name; it differs between engines and is otherwise frozen.
 *
 * Spec: https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator-vendor
 * Absent: in workers, whose navigator lacks it by the standard.
 * Checked: Chromium 156, November 2026.
 */
export const vendor: Source<'vendor'> = ({ navigator }) => present(navigator?.vendor)
