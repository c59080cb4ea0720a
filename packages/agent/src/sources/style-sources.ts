import type { SignalName } from '@tracio/contract'
import { nameDigest } from '../name-digest.ts'
import { readInFrame } from '../read-in-frame.ts'
import { present, type Sample, type Source } from '../source.ts'

/** What of a control's style the engine or the desktop decides. */
const DRESS = ['font', 'padding', 'border', 'border-radius', 'background-color']

/** Dates are left out: they hold a field for each part, which took 16 ms in Firefox 153. */
const CONTROLS = ['input:range', 'input:color', 'input:file', 'input:submit', 'select', 'textarea', 'progress']

/** What was measured, unless nothing is laid out: then all is 0. */
const laidOut = <T extends object>(measured: T | undefined): Sample<T> =>
  present(measured && /[1-9]/.test(`${Object.values(measured)}`) ? measured : undefined)

/**
 * The browser's own style, in the shared frame, where the page's style has no say: which properties a computed style
 * has, how controls look and how large they are (with the words on them, which are in the browser's own language), and
 * units that follow the default font.
 *
 * Spec: https://drafts.csswg.org/cssom/#dom-window-getcomputedstyle, https://drafts.csswg.org/css-values-4/#font-relative-lengths
 * Absent: where frames have no document or no computed style, and what is measured where nothing is laid out (jsdom).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const styleSources = {
  computedStyleNames: (g) => {
    const names = readInFrame(
      g,
      ['p'],
      (tag) => [tag],
      (_element, computed) => Array.from(computed),
    )?.['p']
    return present(names?.length ? nameDigest(names) : undefined)
  },
  controlStyles: (g) =>
    present(
      readInFrame(
        g,
        ['button', 'input', 'select', 'textarea'],
        (tag) => [tag],
        (_element, computed) => DRESS.map((name) => computed.getPropertyValue?.(name)).join('|'),
      ),
    ),
  controlBoxes: (g) =>
    laidOut(
      readInFrame(
        g,
        CONTROLS,
        (control) => [control],
        ({ offsetWidth, offsetHeight = 0 }) => [offsetWidth, offsetHeight],
      ),
    ),
  fontUnits: (g) =>
    laidOut(
      readInFrame(
        g,
        ['ex', 'ch', 'cap', 'ic'],
        (unit) => ['p', `width:1000${unit}`],
        ({ offsetWidth }) => offsetWidth,
      ),
    ),
} satisfies { readonly [K in SignalName]?: Source<K> }
