import type { FrameLike, Global } from './global.ts'

/** `!important` everywhere, because pages style and hide elements; offscreen and hidden, but laid out. */
export const ASIDE =
  'display:block!important;position:fixed!important;left:-99px!important;width:9px!important;height:9px!important;visibility:hidden!important'

interface Shared {
  holders: number
  frame?: FrameLike
}

const shared = new WeakMap<Global, Shared>()

/**
 * Lets `use` work in an empty iframe of the page's own origin, and takes the frame away afterwards; undefined where
 * there are no frames, or none of this origin. While somebody holds frames, all users get the same one, because making one takes longer than
 * most of what is read in it: some 10 ms in Chromium 156 on two slow cores (our measurements, November 2026).
 */
export function withFrame<T>(g: Global, use: (frame: FrameLike) => T): T | undefined {
  const release = holdFrame(g)
  try {
    const holding = shared.get(g)
    const frame = holding && (holding.frame ?? opened(g))
    if (!frame) return
    holding.frame = frame
    // In a sandboxed page the frame is of another origin: it has no document, and a look into its window throws.
    return frame.contentDocument ? use(frame) : undefined
  } finally {
    release()
  }
}

/** Keeps a frame that is opened from now on until the answer is called and nobody else holds it; opens none itself. */
export function holdFrame(g: Global): () => void {
  const holding = shared.get(g) ?? { holders: 0 }
  shared.set(g, holding)
  holding.holders++
  return () => {
    if (--holding.holders > 0) return
    shared.delete(g)
    holding.frame?.remove()
  }
}

function opened({ document }: Global): FrameLike | undefined {
  const root = document?.documentElement
  if (!document?.createElement || !root?.append) return
  const frame = document.createElement('iframe')
  frame.style.cssText = ASIDE
  root.append(frame)
  return frame
}
