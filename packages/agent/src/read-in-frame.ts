import { withFrame } from './frame.ts'
import type { ComputedLike, Global, SpanLike } from './global.ts'

/** Makes an element of the frame's document. */
export type Make = (tag: string) => SpanLike

/**
 * Makes an element for every word in a frame that no page has styled, looks at all of them when all are in place, so
 * that the browser lays them out once, and takes them away. Undefined where frames have no document or no computed style.
 */
export function readInFrame<T>(
  g: Global,
  words: readonly string[],
  made: (make: Make, word: string) => SpanLike,
  look: (element: SpanLike, computed: ComputedLike, word: string) => T,
): Readonly<Record<string, T>> | undefined {
  return withFrame(g, ({ contentDocument: inside, contentWindow: view }) => {
    const { body } = inside ?? {}
    if (!inside || !body || !view?.getComputedStyle) return
    const elements = words.map((word) => made((tag) => inside.createElement(tag), word))
    for (const element of elements) body.append(element)
    const out: Record<string, T> = {}
    for (const [i, word] of words.entries()) {
      const element = elements[i]
      if (element) out[word] = look(element, view.getComputedStyle(element), word)
    }
    for (const element of elements) element.remove?.()
    return out
  })
}
