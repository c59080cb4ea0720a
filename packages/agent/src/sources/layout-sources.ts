import type { SignalName } from '@tracio/contract'
import type { BoxLike, FrameDocument, MathLike } from '../global.ts'
import { laidOut } from '../laid-out.ts'
import type { LaidElement, VectorElement } from '../rendering-extras.ts'
import { rounded } from '../rounded.ts'
import { absent, type Source } from '../source.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** What a visitor can choose in the browser's settings: https://drafts.csswg.org/css-fonts-4/#generic-font-families */
const PREFERENCES = ['', 'font-family:serif', 'font-family:sans-serif', 'font-family:monospace', 'font:1px serif']

/** Generic families that systems fill differently, or not at all. */
const GENERICS = 'serif sans-serif monospace cursive fantasy system-ui math fangsong emoji'

/** Controls that browsers draw in the style and in the language of the desktop. */
const CONTROLS =
  'button select textarea progress meter input input:checkbox input:range input:date input:file input:number'

/** Elements to which browsers give fonts or sizes of their own. */
const STYLED = 'div pre button select textarea rt small'

const TRANSFORMS = ['rotate(37.3deg) scale(1.077)', 'skew(11.1deg,7.3deg)', 'perspective(99px) rotate3d(1,2,3,31deg)']

const PATH = 'M3 7C31 99 77-20 90 41A23 17 31 1 0 5 60Q9 9 70 71'

/** Places at which scripts may or must not break a line: https://unicode.org/reports/tr14/ */
const PARAGRAPH = 'a/b-c—d…«e» 漢字、かな。「カ」 ภาษาไทย f_b.z?q=1&r x\u00adyz 9%$5'

/** A letter of each of 18 scripts, and a few symbols, in hexadecimal: which are drawn, and by what, shows which fonts there are. */
const LETTERS =
  '9ac 905 10d0 d55c 5b57 10d0 12a0 710 d9a 1820 16a0 13000 a984 7ca 2d30 13a0 f66 e82 1019 d25 ba4 1d538 283f 265e'

const box = (element: LaidElement): BoxLike => element.getBoundingClientRect()
const size = ({ width, height }: BoxLike): readonly number[] => [rounded(width), rounded(height)]

/**
 * How the browser lays out text, controls and shapes, in CSS px. Each signal lays out elements of its own.
 *
 * Spec: https://drafts.csswg.org/cssom-view/, https://svgwg.org/svg2-draft/, https://html.spec.whatwg.org/multipage/canvas.html
 * Absent: where nothing is laid out (jsdom, frames that are not rendered) or frames have no document.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const layoutSources = {
  fontPreferences: (g) =>
    laidOut(
      g,
      PREFERENCES.map((css) => ['span', css, 'mmMwWLliI0O&1']),
      (spans) => spans.map((span) => rounded(box(span).width)),
    ),

  lineHeights: (g) =>
    laidOut(
      g,
      GENERICS.split(' ').map((family) => ['div', `font:100px ${family}`, 'x']),
      (lines) => lines.map((line) => rounded(box(line).height)),
    ),

  formControls: (g) =>
    laidOut(
      g,
      CONTROLS.split(' ').map((control) => [control]),
      (controls) => controls.flatMap((control) => size(box(control))),
    ),

  defaultStyles: (g) =>
    laidOut(
      g,
      STYLED.split(' ').map((tag) => [tag, '', 'x']),
      (elements, { window }) =>
        window?.getComputedStyle &&
        elements.map((element) => {
          const { fontSize, fontFamily, lineHeight } = window.getComputedStyle?.(element) ?? {}
          return `${fontSize} ${fontFamily} ${lineHeight}`
        }),
    ),

  domRects: (g) =>
    laidOut(
      g,
      TRANSFORMS.map((transform) => ['div', `left:3.3px;top:7.7px;width:61.3px;height:17.9px;transform:${transform}`]),
      (boxes) => boxes.map(box).flatMap((rect) => [rounded(rect.x ?? 0), rounded(rect.y ?? 0), ...size(rect)]),
    ),

  svgText: (g) =>
    laidOut(g, [['div', 'width:9px']], ([place], { document }) => {
      const image = vector(document, 'svg')
      const text = vector(document, 'text')
      if (!image || !text?.getBBox) return
      text.textContent = 'Ag fi jW 0,7'
      text.style.cssText = 'font:37px serif'
      image.append(text)
      place?.append(image)
      return [...[text.getComputedTextLength(), text.getSubStringLength(2, 5)].map(rounded), ...size(text.getBBox())]
    }),

  svgPaths: (g) =>
    laidOut(g, [['div', 'width:9px']], (_place, { document }) => {
      const path = vector(document, 'path')
      if (!path?.getTotalLength) return
      path.setAttribute('d', PATH)
      const { x, y } = path.getPointAtLength(123.4)
      return [path.getTotalLength(), x, y].map(rounded)
    }),

  // A span's rectangles are those of its lines.
  lineBreaks: (g) =>
    laidOut(g, [['div', 'white-space:normal;width:99px;font:16px serif']], ([paragraph], { document }) => {
      const span = document.createElement('span')
      span.textContent = PARAGRAPH
      paragraph?.append?.(span)
      const rects = span.getClientRects?.()
      return rects && Array.from(rects).flatMap(size)
    }),

  scriptWidths: ({ document }) => {
    const context = document?.createElement?.('canvas').getContext?.('2d')
    if (!context?.measureText) return absent('unavailable')
    context.font = '40px serif'
    const widthOf = (letter: string): number => context.measureText?.(letter).width ?? 0
    return { value: LETTERS.split(' ').map((hex) => rounded(widthOf(String.fromCodePoint(Number.parseInt(hex, 16))))) }
  },
} satisfies { readonly [K in SignalName]?: Source<K> }

/** A part of a vector image. Where it is an element without functions of its own, vector images are switched off. */
const vector = (document: FrameDocument, tag: string): (MathLike & VectorElement) | undefined =>
  // One function is looked for before any is called, and the others came with it in the first version of the standard.
  document.createElementNS?.(SVG, tag) as (MathLike & VectorElement) | undefined
