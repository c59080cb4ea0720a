import { murmur128 } from '../murmur.ts'
import { type Make, readInFrame } from '../read-in-frame.ts'
import { absent, present, type Sample, type Source } from '../source.ts'
import { utf8 } from '../utf8.ts'

/** What of a control's style the engine or the desktop decides. */
const DRESS = 'font-family font-size padding border-top background-color border-radius'.split(' ')

/** Dates are left out: they hold a field for each part, which took 16 ms in Firefox 153. */
const CONTROLS = 'input:checkbox input:range input:color input:file input:submit input:number select textarea progress'

const control = (make: Make, kind: string): ReturnType<Make> => {
  const [tag = '', type = ''] = kind.split(':')
  const element = make(tag)
  if (type) element.setAttribute?.('type', type)
  return element
}

const styled = (make: Make, css: string): ReturnType<Make> => {
  const element = make('div')
  element.style.cssText = css
  return element
}

/** What was measured, unless nothing is laid out: then all is 0. */
const laidOut = <T extends object>(measured: T | undefined): Sample<T> =>
  present(measured && /[1-9]/.test(`${Object.values(measured)}`) ? measured : undefined)

/**
 * The browser's own style, in the shared frame, where the page's style has no say: which properties a computed style
 * has, which selectors and fonts are understood, sums that style sheets do, how controls look and how large they are (with
 * the words on them, which are in the browser's own language), colours that only one engine or desktop has, units that
 * follow the default font, how wide scroll bars are (0 where they lie over the page, as in headless browsers), languages
 * with a dictionary for hyphens.
 *
 * Spec: https://drafts.csswg.org/cssom/#dom-window-getcomputedstyle, https://drafts.csswg.org/css-conditional-5/,
 * https://drafts.csswg.org/css-values-4/#math, https://drafts.csswg.org/css-text-4/#hyphenation
 * Absent: where there is no CSS interface, where frames have no document or no computed style, and what is measured where
 * nothing is laid out (jsdom).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const styleSources = {
  computedStyleNames: (g) => {
    const all = readInFrame(g, [''], styled, (_element, computed) =>
      Array.from({ length: computed.length ?? 0 }, (_none, i) => computed[i]),
    )
    const names = all?.[''] ?? []
    return names.length > 0
      ? { value: { count: names.length, digest: murmur128(utf8(names.join(' '))) } }
      : absent('unavailable')
  },
  controlStyles: (g) =>
    present(
      readInFrame(g, ['button', 'input', 'select', 'textarea'], control, (_element, computed) =>
        DRESS.map((name) => computed.getPropertyValue?.(name)).join('|'),
      ),
    ),
  controlBoxes: (g) =>
    laidOut(
      readInFrame(g, CONTROLS.split(' '), control, ({ offsetWidth, offsetHeight = 0 }) => [offsetWidth, offsetHeight]),
    ),
  fontUnits: (g) =>
    laidOut(
      readInFrame(
        g,
        ['ex', 'ch', 'cap', 'ic', 'lh'],
        (make, unit) => styled(make, `width:1000${unit}`),
        ({ offsetWidth }) => offsetWidth,
      ),
    ),
  scrollBarWidth: (g) => {
    const widths = readInFrame(
      g,
      ['auto', 'thin'],
      (make, width) => styled(make, `width:99px;height:99px;overflow:scroll;scrollbar-width:${width}`),
      ({ offsetWidth, clientWidth = 0 }) => [offsetWidth - clientWidth, offsetWidth],
    )
    const [plainPx, outsidePx] = widths?.['auto'] ?? []
    const [thinPx] = widths?.['thin'] ?? []
    return plainPx === undefined || thinPx === undefined || !outsidePx
      ? absent('unavailable')
      : { value: { plainPx, thinPx } }
  },
} satisfies {
  readonly [K in 'computedStyleNames' | 'controlStyles' | 'controlBoxes' | 'fontUnits' | 'scrollBarWidth']: Source<K>
}
