import { present, type Source } from '../source.ts'

/**
 * A build date that engines froze long ago: one value for Gecko, another for the rest.
 *
 * Spec: https://html.spec.whatwg.org/multipage/system-state.html#dom-navigator-productsub
 * Absent: in workers, whose navigator lacks it by the standard.
 * Checked: Chromium 156, November 2026.
 */
export const productSub: Source<'productSub'> = ({ navigator }) => present(navigator?.productSub)
