import { withFrame } from './frame.ts'
import type { ComputedLike, Global, SpanLike } from './global.ts'

/**
 * Makes an element for every word in a frame that no page has styled, looks at all of them when all are in place, so
 * that the browser lays them out once, and takes them away. `made` gives the tag, perhaps with a type after a colon, and
 * the style; words of which `look` makes nothing are left out. Undefined where frames have no document or no computed style.
 */
export const readInFrame = <T>(
  g: Global,
  words: readonly string[],
  made: (word: string) => readonly [tag: string, css?: string],
  look: (element: SpanLike, computed: ComputedLike) => T | undefined,
): Readonly<Record<string, T>> | undefined =>
  withFrame(g, ({ contentDocument: inside, contentWindow: view }) => {
    const { body } = inside ?? {}
    if (!inside || !body || !view?.getComputedStyle) return
    const elements = words.map((word) => {
      const [spec, css = ''] = made(word)
      const [tag = '', type] = spec.split(':')
      const element = inside.createElement(tag)
      if (type) element.type = type
      element.style.cssText = css
      body.append(element)
      return [word, element] as const
    })
    const out: Record<string, T> = {}
    for (const [word, element] of elements) {
      const seen = look(element, view.getComputedStyle(element))
      if (seen !== undefined) out[word] = seen
    }
    for (const [, element] of elements) element.remove?.()
    return out
  })
