import type { FrameDocument, MathLike, SpanLike } from '../src/global.ts'
import type { Inside } from './fake-frame.ts'

/** A frame in which every element is as wide as `widthOf` says for its tag, its style and its text. */
export function layingOut(
  widthOf: (tag: string, css: string, text: string) => number,
  more: Partial<FrameDocument> = {},
) {
  const createElement = (tag: string): SpanLike => {
    const style = { cssText: '' }
    const element: SpanLike = {
      ...{ style, textContent: '', append: () => undefined },
      get offsetWidth() {
        return widthOf(tag, style.cssText, element.textContent ?? '')
      },
      getBoundingClientRect: () => ({ x: 1, y: -2, width: element.offsetWidth, height: 10.000_04 }),
    }
    return element
  }
  const body = { append: () => undefined }
  const inside: Inside = {
    document: { body, createElement, ...more },
    window: {
      getComputedStyle: () => ({
        ...{ length: 0, color: '', font: '13px Any Sans', fontFamily: '', fontSize: '', fontWeight: '' },
      }),
    },
  }
  return inside
}

/** A vector image in which text and paths have a length, or a formula. */
export const drawingVectors: FrameDocument['createElementNS'] = (): MathLike => ({
  ...{ textContent: null, style: { cssText: '' }, append: () => undefined, setAttribute: () => undefined },
  getBoundingClientRect: () => ({ width: 30, height: 20 }),
  getComputedTextLength: () => 99.123_456,
  getBBox: () => ({ width: 100, height: 40 }),
  getTotalLength: () => 357.431_61,
  getPointAtLength: () => ({ x: 1.5, y: -2 }),
})
