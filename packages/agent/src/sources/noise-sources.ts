import { laidOut, sizesOf } from '../laid-out.ts'
import { type Source, unavailable } from '../source.ts'
import { drawn, readOff } from './canvas.ts'

const COLOURS = 256

/** Boxes of 100 by 50: as they are, and rotated and scaled to broken numbers. */
const TURNS = ['none', 'rotate(7deg) scale(1.37)']

/** How many values are others. */
const differing = (a: readonly number[], b: readonly number[]): number => a.filter((value, i) => value !== b[i]).length

/**
 * What comes back other than it was put in: pixels of 256 colours, boxes of known size; and what differs at a second look.
 *
 * Spec: https://html.spec.whatwg.org/multipage/canvas.html#dom-context-2d-getimagedata,
 * https://drafts.csswg.org/cssom-view/#dom-element-getboundingclientrect
 * Absent: where canvases or layout are missing (jsdom).
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const noiseSources = {
  canvasNoise: (g) => {
    const put: number[] = []
    const pixels = drawn(g, COLOURS, 1, (c) => {
      for (let i = 0; i < COLOURS; i++) {
        const rgb = [i, 255 - i, (i * 7) % 256]
        put.push(...rgb, 255)
        c.fillStyle = `rgb(${rgb.join()})`
        c.fillRect(i, 0, 1, 1)
      }
    })
    if (!pixels) return unavailable
    return readOff(() => {
      const seen = [...pixels()]
      return { changed: differing(put, seen), moved: differing(seen, [...pixels()]) }
    })
  },
  rectsNoise: (g) =>
    laidOut(
      g,
      TURNS.map((turn) => ['div', `width:100px;height:50px;transform:${turn}`]),
      (boxes) => {
        const sizes = sizesOf(boxes)
        return { sizes, moved: differing(sizes, sizesOf(boxes)) }
      },
    ),
} satisfies { readonly [K in 'canvasNoise' | 'rectsNoise']: Source<K> }
