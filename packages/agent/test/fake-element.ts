import type { ComputedLike, SpanLike } from '../src/global.ts'
import type { Inside } from './fake-frame.ts'

/** An element that knows what it was made of. */
export interface FakeElement extends SpanLike {
  readonly tag: string
}

/** A frame whose elements have the size and the computed style that are given for them. */
export interface Appearance {
  size?(element: FakeElement): { readonly width: number; readonly height?: number; readonly inside?: number }
  computed?(element: FakeElement): Partial<ComputedLike>
}

/** What such a frame holds, and which elements are in it now. */
export function furnished({ size, computed }: Appearance): { readonly inside: Inside; readonly placed: Set<unknown> } {
  const placed = new Set<unknown>()
  const made = new Map<SpanLike, FakeElement>()
  const createElement = (tag: string): FakeElement => {
    const element: FakeElement = {
      tag,
      style: { cssText: '' },
      textContent: '',
      get offsetWidth() {
        return size?.(element).width ?? 0
      },
      get offsetHeight() {
        return size?.(element).height ?? 0
      },
      get clientWidth() {
        return size?.(element).inside ?? 0
      },
      remove: () => void placed.delete(element),
    }
    made.set(element, element)
    return element
  }
  const plain = { length: 0, color: '', font: '', fontFamily: '', fontSize: '', fontWeight: '' }
  const inside: Inside = {
    document: { body: { append: (node) => placed.add(node) }, createElement },
    window: {
      getComputedStyle: (span) => {
        const element = made.get(span)
        return { ...plain, ...(element && computed?.(element)) }
      },
    },
  }
  return { inside, placed }
}
