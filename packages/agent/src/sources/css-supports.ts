import { recordOf } from '../record-of.ts'
import { present, type Source } from '../source.ts'

/**
 * Conditions that part the engines, and their versions from 2021 to 2026; of those that came together, one. Chosen by
 * hand, November 2026.
 */
const CONDITIONS = [
  '-moz-orient: inline',
  '-webkit-touch-callout: none',
  'anchor-name: --a',
  'color: light-dark(red, red)',
  'corner-shape: squircle',
  'field-sizing: content',
  'interpolate-size: allow-keywords',
  'overflow-anchor: none',
  'text-box: trim-both cap alphabetic',
  'text-wrap: pretty',
  'view-transition-name: a',
  'zoom: 1',
]

/**
 * Which of our style declarations the browser understands: the list fits one engine and a few of its versions, whatever
 * the user agent says.
 *
 * Spec: https://drafts.csswg.org/css-conditional-3/#dom-css-supports
 * Absent: where there is no CSS interface (workers, jsdom).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const cssSupports: Source<'cssSupports'> = ({ CSS: css }) => {
  return present(css?.supports && recordOf(CONDITIONS, (condition) => css.supports?.(`(${condition})`)))
}
