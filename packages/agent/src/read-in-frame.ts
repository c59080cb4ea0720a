import type { ComputedLike, Global, SpanLike } from './global.ts'
import { inBody, type Specimen } from './in-body.ts'
import { recordOf } from './record-of.ts'

/**
 * Makes an element for every word in a frame that no page has styled, and looks at all of them when all are in place.
 * `made` says what to make of a word; words of which `look` makes nothing are left out. Undefined where frames have no
 * document or no computed style.
 */
export const readInFrame = <T>(
  g: Global,
  words: readonly string[],
  made: (word: string) => Specimen,
  look: (element: SpanLike, computed: ComputedLike) => T | undefined,
): Readonly<Record<string, T>> | undefined =>
  inBody(g, words.map(made), (elements, { window }) => {
    const styleOf = window?.getComputedStyle
    return (
      styleOf &&
      recordOf(words, (_word, i) => {
        const element = elements[i]
        return element && look(element, styleOf.call(window, element))
      })
    )
  })
