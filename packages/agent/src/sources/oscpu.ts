import { present, type Source } from '../source.ts'

/**
 * Gecko's word for the system and its processor.
 *
 * Spec: https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator-oscpu
 * Absent: in Chromium and Safari (catalogue: `neverIn`).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const oscpu: Source<'oscpu'> = ({ navigator }) => present(navigator?.oscpu)
