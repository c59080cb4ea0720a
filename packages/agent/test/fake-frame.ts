import type { CanvasLike, FrameDocument, FrameLike, FrameWindow, Global } from '../src/global.ts'

/** What an iframe holds: a document, a window, both or nothing. */
export interface Inside {
  /** Null where the frame is of another origin than its page. */
  readonly document?: FrameDocument | null
  readonly window?: FrameWindow
}

/** A page that can make iframes of one kind, what hangs on its root element right now, and how many were ever made. */
export interface FramingPage {
  readonly g: Global
  readonly attached: Set<unknown>
  readonly made: () => number
}

/** A document without a body, whose elements have no size. */
const blank: FrameDocument = {
  body: null,
  createElement: () => ({ style: { cssText: '' }, textContent: null, offsetWidth: 0 }),
}

/** A page whose iframes hold what is given. */
export function framing({ document: contentDocument, window: contentWindow }: Inside): FramingPage {
  const attached = new Set<unknown>()
  let made = 0
  function createElement(tag: 'canvas'): CanvasLike
  function createElement(tag: 'iframe'): FrameLike
  function createElement(): CanvasLike & FrameLike {
    made++
    const frame = {
      ...{ width: 0, height: 0, style: { cssText: '' } },
      contentDocument: contentDocument === undefined ? blank : contentDocument,
      contentWindow: contentWindow ?? null,
      remove: () => attached.delete(frame),
    }
    return frame
  }
  const document = { createElement, documentElement: { append: (node: unknown) => attached.add(node) } }
  return { g: { document }, attached, made: () => made }
}
