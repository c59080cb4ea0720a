import type { Global, SpanLike } from './global.ts'
import { type Inside, inBody, type Specimen } from './in-body.ts'
import type { LaidElement } from './rendering-extras.ts'
import { present, type Sample } from './source.ts'

/** An element that was laid out. */
export type Laid = SpanLike & LaidElement

/**
 * Lays out elements that push nobody aside, and gives what `measure` makes of them.
 * `unavailable` where frames have no document, where nothing is laid out, and where there is no measure.
 */
export const laidOut = <T>(
  g: Global,
  specimens: readonly Specimen[],
  measure: (elements: readonly Laid[], inside: Inside) => T | undefined,
): Sample<T> =>
  present(
    inBody(
      g,
      specimens.map(([tag, css = '', text = '']) => [tag, `position:absolute;white-space:nowrap;${css}`, text]),
      (elements, inside) =>
        // Whoever lays an element out also tells its boxes; only jsdom and its like lack some of these functions.
        elements.some(({ offsetWidth }) => offsetWidth > 0) ? measure(elements as Laid[], inside) : undefined,
    ),
  )

/** Widths and heights in turn. */
export const sizesOf = (elements: readonly Laid[]): readonly number[] =>
  elements.flatMap((element) => {
    const { width, height } = element.getBoundingClientRect()
    return [width, height]
  })
