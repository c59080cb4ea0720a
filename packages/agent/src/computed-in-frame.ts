import type { ComputedLike, Global } from './global.ts'
import { readInFrame } from './read-in-frame.ts'

/**
 * What the browser computes for each keyword of a style property, in a frame that no page has styled; keywords that it
 * does not know are left out. Undefined where frames have no document or no computed style.
 */
export const computedInFrame = (
  g: Global,
  property: 'color' | 'font',
  keywords: readonly string[],
  shown: (style: ComputedLike) => string,
): Readonly<Record<string, string>> | undefined =>
  readInFrame(
    g,
    keywords,
    (keyword) => ['p', `${property}:${keyword}`],
    // A declaration that the browser does not understand is dropped, which leaves the text empty.
    ({ style }, computed) => (style.cssText ? shown(computed) : undefined),
  )
