import { withFrame } from './frame.ts'
import type { FrameWindow, Global } from './global.ts'
import { present, type Sample } from './source.ts'

/**
 * What is read in the window of an empty frame, a realm that the page has not changed; `unavailable` where there are no
 * frames, and in documents of an opaque origin, whose frames belong to yet another one.
 */
export const inFrame = <T>(g: Global, read: (w: FrameWindow) => T | undefined): Sample<T> =>
  present(withFrame(g, ({ contentWindow }) => (contentWindow ? read(contentWindow) : undefined)))
