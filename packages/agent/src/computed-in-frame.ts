import { withFrame } from './frame.ts'
import type { ComputedLike, Global } from './global.ts'

/**
 * What the browser computes for each keyword of a style property, in a frame that no page has styled; keywords that it
 * does not know are left out. Undefined where frames have no document or no computed style.
 */
export function computedInFrame(
  g: Global,
  property: 'color' | 'font',
  keywords: readonly string[],
  shown: (style: ComputedLike) => string,
): Readonly<Record<string, string>> | undefined {
  return withFrame(g, ({ contentDocument, contentWindow }) => {
    const span = contentDocument?.createElement('span')
    if (!span || !contentDocument?.body || !contentWindow?.getComputedStyle) return
    contentDocument.body.append(span)
    const out: Record<string, string> = {}
    for (const keyword of keywords) {
      span.style.cssText = `${property}:${keyword}`
      // A declaration that the browser does not understand is dropped, which leaves the text empty.
      if (span.style.cssText !== '') out[keyword] = shown(contentWindow.getComputedStyle(span))
    }
    return out
  })
}
