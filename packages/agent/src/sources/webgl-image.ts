import { cardPixels } from '../card-pixels.ts'
import { drawTriangle } from '../draw-triangle.ts'
import { murmur128 } from '../murmur.ts'
import { present, type Source, unavailable } from '../source.ts'
import { CANVAS_PX, drawingContext } from '../webgl-context.ts'

/**
 * A digest of a triangle as the graphics card draws it, which Chromium would hold the page's thread for while shaders are
 * compiled, were it read at once.
 *
 * Spec: https://registry.khronos.org/webgl/specs/latest/2.0/
 * Absent: where WebGL 2 is missing, switched off, or lost while it was drawn.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const webglImage: Source<'webglImage'> = async (g) => {
  const gl = drawingContext(g)
  if (!gl) return unavailable
  drawTriangle(gl)
  const pixels = await cardPixels(g, gl, CANVAS_PX)
  return present(pixels && murmur128(pixels))
}
