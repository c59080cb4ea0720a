import { withFrame } from './frame.ts'
import type { FrameDocument, FrameWindow, Global, SpanLike } from './global.ts'

/** An element to make: its tag, perhaps with a type after a colon, its style and its text. */
export type Specimen = readonly [tag: string, css?: string, text?: string]

/** Where elements were made. */
export interface Inside {
  readonly document: FrameDocument
  readonly window: FrameWindow | null | undefined
}

/**
 * Puts elements into the body of the shared frame, all before the first is looked at, so that the browser lays them out
 * once, and takes them away. Gives what `use` makes of them; undefined where frames have no document.
 */
export const inBody = <T>(
  g: Global,
  specimens: readonly Specimen[],
  use: (elements: readonly SpanLike[], inside: Inside) => T | undefined,
): T | undefined =>
  withFrame(g, ({ contentDocument: document, contentWindow: window }) => {
    const body = document?.body
    if (!body) return
    const elements = specimens.map(([spec, css = '', text = '']) => {
      const [tag = '', type] = spec.split(':')
      const element = document.createElement(tag)
      if (type) element.type = type
      element.style.cssText = css
      element.textContent = text
      body.append(element)
      return element
    })
    const made = use(elements, { document, window })
    for (const element of elements) element.remove?.()
    return made
  })
