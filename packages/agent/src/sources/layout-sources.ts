import type { SignalName } from '@tracio/contract'
import type { BoxLike } from '../global.ts'
import { laidOut } from '../laid-out.ts'
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
const PARAGRAPH = 'a/b-c—d…«e» 漢字、かな。「カナ」 ภาษาไทยง่าย foo_bar.baz?q=1&r=2 x\u00adyz १२३ 100%$5'

/** A letter of each of two dozen scripts, and a few symbols: which are drawn, and by what, shows which fonts there are. */
const LETTERS = 'ب अ ก 한 字 ა አ ܐ ක ᠠ ᚠ 𓀀 ꦄ ߊ ⴰ Ꭰ ས ခ ລ ഥ த 𝔸 ⠿ ♞'

const size = ({ width, height }: BoxLike): readonly number[] => [rounded(width), rounded(height)]
const NO_BOX = { width: 0, height: 0 }

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
      (spans) => spans.map((span) => rounded(span.getBoundingClientRect?.().width ?? 0)),
    ),

  lineHeights: (g) =>
    laidOut(
      g,
      GENERICS.split(' ').map((family) => ['div', `font:100px ${family}`, 'x']),
      (lines) => lines.map((line) => rounded(line.getBoundingClientRect?.().height ?? 0)),
    ),

  formControls: (g) =>
    laidOut(
      g,
      CONTROLS.split(' ').map((control) => [control]),
      (controls) => controls.flatMap((control) => size(control.getBoundingClientRect?.() ?? NO_BOX)),
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
      (boxes) =>
        boxes.flatMap((box) => {
          const rect = box.getClientRects?.()[0]
          return rect ? [rounded(rect.x), rounded(rect.y), ...size(rect)] : []
        }),
    ),

  svgText: (g) =>
    laidOut(g, [['div', '', 'x']], ([place], { document }) => {
      const image = document.createElementNS?.(SVG, 'svg')
      const text = document.createElementNS?.(SVG, 'text')
      if (!image || !text?.style || !text.getBBox) return
      text.textContent = 'Ag fi jW 0,7'
      text.style.cssText = 'font:37px serif'
      image.append(text)
      place?.append?.(image)
      const lengths = [text.getComputedTextLength?.() ?? 0, text.getSubStringLength?.(2, 5) ?? 0].map(rounded)
      return [...lengths, ...size(text.getBBox()), ...size(text.getExtentOfChar?.(3) ?? NO_BOX)]
    }),

  svgPaths: (g) =>
    laidOut(g, [['div', '', 'x']], (_place, { document }) => {
      const path = document.createElementNS?.(SVG, 'path')
      path?.setAttribute?.('d', PATH)
      const length = path?.getTotalLength?.()
      const point = path?.getPointAtLength?.(123.4)
      return length && point ? [length, point.x, point.y].map(rounded) : undefined
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
    return { value: LETTERS.split(' ').map((letter) => rounded(context.measureText?.(letter).width ?? 0)) }
  },
} satisfies { readonly [K in SignalName]?: Source<K> }
