import type { SignalName } from '@tracio/contract'
import type { BoxLike, Global, MathLike } from '../global.ts'
import type { Specimen } from '../in-body.ts'
import { laidOut, sizesOf } from '../laid-out.ts'
import { rounded } from '../rounded.ts'
import type { Sample, Source } from '../source.ts'

/** What a visitor can choose in the browser's settings: https://drafts.csswg.org/css-fonts-4/#generic-font-families */
const PREFERENCES = ['', 'font-family:sans-serif', 'font-family:monospace', 'font:1px serif']

/** Generic families that systems fill differently, or not at all. */
const GENERICS = 'serif monospace cursive system-ui math emoji'

/** Controls that browsers draw in the style and in the language of the desktop. */
const CONTROLS = 'button select textarea meter input:range input:date input:file'

/** Elements to which browsers give fonts or sizes of their own. */
const STYLED = 'div pre button rt'

const TRANSFORMS = ['rotate(37.3deg) scale(1.077)', 'perspective(99px) rotate3d(1,2,3,31deg)']

/** A flag, a joined family, a skin tone and a recent face: what an emoji font lacks falls apart and grows wider. */
const EMOJI = '🇺🇳👨‍👩‍👧‍👦🫱🏿🫨'

/** Widths and heights in turn, of what is made of each word. */
const sizes =
  (words: readonly string[], made: (word: string) => Specimen) =>
  (g: Global): Sample<readonly number[]> =>
    laidOut(g, words.map(made), (elements) => sizesOf(elements).map(rounded))

const size = ({ width, height }: BoxLike) => ({ width: rounded(width), height: rounded(height) })

/**
 * How the browser lays out text, controls, formulas and shapes, in CSS px. Each signal lays out elements of its own.
 *
 * Spec: https://drafts.csswg.org/cssom-view/, https://svgwg.org/svg2-draft/, https://w3c.github.io/mathml-core/
 * Absent: where nothing is laid out (jsdom, frames that are not rendered) or frames have no document.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const layoutSources = {
  // It shows which emoji font there is and how new it is.
  emojiBox: (g) =>
    laidOut(g, [['span', 'font-size:64px', EMOJI]], ([line]) => line && size(line.getBoundingClientRect())),

  domRects: sizes(TRANSFORMS, (transform) => ['div', `width:61.3px;height:17.9px;transform:${transform}`]),

  fontPreferences: sizes(PREFERENCES, (css) => ['span', css, 'mmMwWLliI0O&1']),

  lineHeights: sizes(GENERICS.split(' '), (family) => ['span', `font:100px ${family}`, 'x']),

  formControls: sizes(CONTROLS.split(' '), (control) => [control]),

  defaultStyles: (g) =>
    laidOut(
      g,
      STYLED.split(' ').map((tag) => [tag, '', 'x']),
      (elements, { window }) => elements.map((element) => window?.getComputedStyle?.(element).font ?? ''),
    ),

  svgText: (g) =>
    nested(g, '2000/svg', 'svg text', (text) => {
      const box = text.getBBox?.()
      return box && [box.width, box.height, text.getComputedTextLength?.() ?? 0].map(rounded)
    }),

  svgPaths: (g) =>
    nested(g, '2000/svg', 'svg path', (path) => {
      path.setAttribute?.('d', 'M3 7C31 99 77-20 90 41A23 17 31 1 0 5 60Q9 9 70 71')
      const point = path.getPointAtLength?.(123.4)
      return point && [path.getTotalLength?.() ?? 0, point.x, point.y].map(rounded)
    }),

  // Engines lay roots out differently, with the maths font that the system has, and some leave a line of letters.
  mathml: (g) =>
    nested(g, '1998/Math/MathML', 'math msqrt msqrt mi', (_letter, formula) => size(formula.getBoundingClientRect())),
} satisfies { readonly [K in SignalName]?: Source<K> }

/** Lays out elements of another language, each in the one before it; `measure` gets the innermost and the outermost. */
const nested = <T>(
  g: Global,
  namespace: string,
  tags: string,
  measure: (inner: MathLike, outer: MathLike) => T | undefined,
): Sample<T> =>
  laidOut(g, [['div', 'width:9px;font:37px serif']], ([place], { document }) => {
    let outer: MathLike | undefined
    let inner: MathLike | undefined
    for (const tag of tags.split(' ')) {
      const next = document.createElementNS?.(`http://www.w3.org/${namespace}`, tag)
      if (!next) return
      const parent = inner ?? place
      parent?.append?.(next)
      inner = next
      outer ??= next
    }
    if (!inner || !outer) return
    inner.textContent = 'ϑg 7'
    return measure(inner, outer)
  })
