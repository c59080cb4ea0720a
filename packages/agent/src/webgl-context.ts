import type { Global, WebglLike } from './global.ts'
import type { DrawingWebgl } from './rendering-extras.ts'

/**
 * Long enough for all readers of one run, short enough that a page soon has all of its contexts again: Chromium 156
 * takes the oldest away when a page makes its seventeenth (November 2026).
 */
const HOLD_MS = 2000

/** https://registry.khronos.org/webgl/specs/latest/1.0/#5.14 */
const VERSION = 0x1f02

/** Room for the small image that is drawn; what a context says of itself does not depend on its size. */
export const CANVAS_PX = 24

/** Smoothing edges in version 2, in which an image is drawn, takes software cards 30 ms more (WebKitGTK 2.50, November 2026). */
const OPTIONS = { webgl: undefined, webgl2: { antialias: false } }

const held = { webgl: new WeakMap<Global, WebglLike | null>(), webgl2: new WeakMap<Global, WebglLike | null>() }

/**
 * One WebGL context of each version for all sources that ask it, because making one takes longer than everything they read from it.
 * It is dropped and not lost on purpose: whether WEBGL_lose_context is silent everywhere is not known yet (in Chromium
 * 156 it is; November 2026), and the collector takes an unheld context anyway.
 * One that was lost meanwhile is replaced. Version 2 has other extensions and version strings, so it cannot stand in for
 * version 1; it takes 5 to 13 ms more in the three engines (November 2026).
 */
export function webglContext(g: Global, version: keyof typeof held = 'webgl'): WebglLike | null {
  const holding = held[version]
  const known = holding.get(g)
  if (known !== undefined && !(known && isLost(known))) return known
  const canvas = g.document?.createElement?.('canvas')
  if (canvas) canvas.width = canvas.height = CANVAS_PX
  // jsdom answers undefined where the standard says null.
  const context = canvas?.getContext?.(version, OPTIONS[version]) ?? null
  holding.set(g, context)
  g.setTimeout?.(() => holding.delete(g), HOLD_MS)
  return context
}

/**
 * Whether a context has lost its card, so that nothing it answered can be believed. Chromium with windows on a machine
 * without a GPU starts its GPU process anew in its first second or so; contexts made before are lost, and until the page
 * is told, versions come with nothing between their brackets (Chromium 156 under Xvfb, November 2026).
 */
export const isLost = (gl: WebglLike): boolean => / \(\)$|^$/.test(String(gl.getParameter(VERSION) ?? ''))

/** The context of version 2, if there is one that has its card and can do all that the version says. */
export function drawingContext(g: Global): (WebglLike & DrawingWebgl) | undefined {
  const gl = webglContext(g, 'webgl2')
  // Who has this function of version 2 has the others: they came together, and nothing is left out of a version.
  return gl?.fenceSync && !gl.isContextLost?.() ? (gl as WebglLike & DrawingWebgl) : undefined
}
