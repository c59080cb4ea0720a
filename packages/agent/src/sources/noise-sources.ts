import { expecting } from '../expecting.ts'
import { laidOut } from '../laid-out.ts'
import { denied, type Source, unavailable } from '../source.ts'

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
  canvasNoise: ({ document }) => {
    // Without a size of its own it is 300 pixels wide.
    const c = document?.createElement?.('canvas').getContext?.('2d', { willReadFrequently: true })
    if (!c?.getImageData) return unavailable
    const put: number[] = []
    for (let i = 0; i < COLOURS; i++) {
      const rgb = [i, 255 - i, (i * 7) % 256]
      put.push(...rgb, 255)
      c.fillStyle = `rgb(${rgb.join()})`
      c.fillRect(i, 0, 1, 1)
    }
    const look = (): number[] => [...(c.getImageData?.(0, 0, COLOURS, 1).data ?? [])]
    const read = () => {
      const seen = look()
      return { value: { changed: differing(put, seen), moved: differing(seen, look()) } }
    }
    return expecting('SecurityError', read, denied)
  },
  rectsNoise: (g) =>
    laidOut(
      g,
      TURNS.map((turn) => ['div', `width:100px;height:50px;transform:${turn}`]),
      (boxes) => {
        const look = (): number[] =>
          boxes.flatMap((box) => {
            const { width, height } = box.getBoundingClientRect()
            return [width, height]
          })
        const sizes = look()
        return { sizes, moved: differing(sizes, look()) }
      },
    ),
} satisfies { readonly [K in 'canvasNoise' | 'rectsNoise']: Source<K> }
