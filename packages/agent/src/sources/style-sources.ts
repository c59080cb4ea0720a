import { computedInFrame } from '../computed-in-frame.ts'
import type { Global } from '../global.ts'
import { murmur128 } from '../murmur.ts'
import { type Make, readInFrame } from '../read-in-frame.ts'
import { absent, present, type Sample, type Source } from '../source.ts'
import { utf8 } from '../utf8.ts'

/** Selectors that part the engines, and their versions from 2022 to 2026. Chosen by hand, November 2026. */
const SELECTORS =
  ':open :user-valid :state(a) :has-slotted :heading :playing :host-context(a) :interest-source :local-link :-moz-broken ::target-text ::details-content ::scroll-button(right) ::checkmark ::search-text ::column ::grammar-error ::-moz-range-thumb :active-view-transition :is(a,!)'

/** As far as browsers differ: https://drafts.csswg.org/css-fonts-4/#font-tech-definitions, and formats of fonts. */
const FONT_TECHNOLOGIES =
  'tech(color-COLRv1) tech(color-SVG) tech(color-sbix) tech(color-CBDT) tech(palettes) tech(features-graphite) tech(features-aat) tech(incremental) format(collection) format(svg) format(woff2)'

/** Sums whose last digits, range or spelling differ between engines and their maths libraries. */
const MATHS = [
  'letter-spacing:calc(1px*tan(-1e300))',
  'letter-spacing:calc(1px*exp(20))',
  'letter-spacing:calc(1px*pow(pi,-50))',
  'letter-spacing:calc(1px*log(3))',
  'transform:rotate3d(1,2,3,40grad)',
  'transform:matrix(1e30,0,0,1e-9,.3,0)',
  'color:color-mix(in oklab,red,blue 33%)',
]

/** What of a control's style the engine or the desktop decides. */
const DRESS = 'font-family font-size padding border-top background-color border-radius'.split(' ')

/** Keywords that one engine or desktop has for itself, and deprecated ones that it gives a colour of its own. */
const COLORS =
  '-webkit-focus-ring-color -moz-dialog -moz-dialogtext -moz-cellhighlight -moz-menuhover -moz-combobox -apple-system-blue -apple-system-control-background ActiveCaption ButtonHighlight InactiveBorder InactiveCaptionText InfoBackground Scrollbar ThreeDLightShadow ThreeDShadow'

/** Dates are left out: they hold a field for each part, which took 16 ms in Firefox 153. */
const CONTROLS = 'input:checkbox input:range input:color input:file input:submit input:number select textarea progress'

/**
 * A word that each of the languages hyphenates; the first has no dictionary, because it is no language. Two are enough to
 * tell systems apart: the first look at each took 3 to 4 ms in Firefox 153 and WebKitGTK 2.50.
 */
const LONG_WORD = 'internationalisation'
const LANGUAGES = ['zxx', 'en', 'de']

const supported = (
  { CSS: css }: Global,
  listed: string,
  condition: (one: string) => string,
): Sample<readonly string[]> =>
  present(css?.supports && listed.split(' ').filter((one) => css.supports?.(condition(one))))

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
  selectorSupports: (g) => supported(g, SELECTORS, (one) => `selector(${one})`),
  fontTechnologies: (g) => supported(g, FONT_TECHNOLOGIES, (one) => `font-${one}`),
  vendorColors: (g) => present(computedInFrame(g, 'color', COLORS.split(' '), ({ color }) => color)),
  computedStyleNames: (g) => {
    const all = readInFrame(g, [''], styled, (_element, computed) =>
      Array.from({ length: computed.length ?? 0 }, (_none, i) => computed[i]),
    )
    const names = all?.[''] ?? []
    return names.length > 0
      ? { value: { count: names.length, digest: murmur128(utf8(names.join(' '))) } }
      : absent('unavailable')
  },
  cssMaths: (g) => {
    const sums = readInFrame(
      g,
      MATHS,
      styled,
      (_element, computed, rule) => computed.getPropertyValue?.(rule.split(':')[0] ?? '') ?? '',
    )
    return present(sums && Object.values(sums))
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
  hyphenation: (g) => {
    const heights = readInFrame(
      g,
      LANGUAGES,
      (make, language) => {
        const element = styled(make, 'width:1px;hyphens:auto')
        element.setAttribute?.('lang', language)
        element.textContent = LONG_WORD
        return element
      },
      ({ offsetHeight }) => offsetHeight,
    )
    const line = heights?.['zxx']
    return line ? { value: LANGUAGES.filter((language) => (heights[language] ?? 0) > line) } : absent('unavailable')
  },
} satisfies {
  readonly [K in
    | 'selectorSupports'
    | 'fontTechnologies'
    | 'vendorColors'
    | 'computedStyleNames'
    | 'cssMaths'
    | 'controlStyles'
    | 'controlBoxes'
    | 'fontUnits'
    | 'scrollBarWidth'
    | 'hyphenation']: Source<K>
}
