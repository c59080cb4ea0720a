import { withFrame } from './frame.ts'
import type { FrameDocument, FrameWindow, Global, SpanLike } from './global.ts'
import type { LaidElement } from './rendering-extras.ts'
import { type Sample, unavailable } from './source.ts'

/** An element to lay out: its tag, perhaps with a type after a colon, its style and its text. */
export type Specimen = readonly [tag: string, css?: string, text?: string]

/** An element that was laid out. */
export type Laid = SpanLike & LaidElement

/** Where elements were laid out. */
export interface Inside {
  readonly document: FrameDocument
  readonly window: FrameWindow | null | undefined
}

/**
 * Puts elements into the shared frame, all before the first is measured, and gives what `measure` makes of them.
 * `unavailable` where frames have no document, where nothing is laid out, and where there is no measure.
 */
export const laidOut = <T>(
  g: Global,
  specimens: readonly Specimen[],
  measure: (elements: readonly Laid[], inside: Inside) => T | undefined,
): Sample<T> =>
  withFrame(g, ({ contentDocument: document, contentWindow: window }): Sample<T> | undefined => {
    const body = document?.body
    if (!body) return
    const elements = specimens.map(([spec, css = '', text = '']) => {
      const [tag = '', type] = spec.split(':')
      const element = document.createElement(tag)
      if (type) element.type = type
      element.style.cssText = `position:absolute;white-space:nowrap;${css}`
      element.textContent = text
      body.append(element)
      return element
    })
    if (!elements.some(({ offsetWidth }) => offsetWidth > 0)) return
    // Whoever lays an element out also tells its boxes; only jsdom and its like lack some of these functions.
    const value = measure(elements as Laid[], { document, window })
    return value === undefined ? undefined : { value }
  }) ?? unavailable
