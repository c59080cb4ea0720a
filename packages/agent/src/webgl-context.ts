import type { Global, WebglLike } from './global.ts'

/**
 * Long enough for all readers of one run, short enough that a page soon has all of its contexts again: Chromium 156
 * takes the oldest away when a page makes its seventeenth (November 2026).
 */
const HOLD_MS = 2000

const held = new WeakMap<Global, WebglLike | null>()

/**
 * One WebGL context for all sources that ask it, because making one takes longer than everything they read from it.
 * It is dropped and not lost on purpose: whether WEBGL_lose_context is silent everywhere is not known yet (in Chromium
 * 156 it is; November 2026), and the collector takes an unheld context anyway.
 */
export function webglContext(g: Global): WebglLike | null {
  const known = held.get(g)
  if (known !== undefined) return known
  const canvas = g.document?.createElement?.('canvas')
  if (canvas) canvas.width = canvas.height = 1
  // jsdom answers undefined where the standard says null.
  const context = canvas?.getContext?.('webgl') ?? null
  held.set(g, context)
  g.setTimeout?.(() => held.delete(g), HOLD_MS)
  return context
}
