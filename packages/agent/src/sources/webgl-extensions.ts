import { present, type Source } from '../source.ts'
import { webglContext } from '../webgl-context.ts'

/**
 * The extensions that the graphics card, its driver and the browser offer together, in the browser's order.
 *
 * Spec: https://registry.khronos.org/webgl/specs/latest/1.0/#5.14.14
 * Absent: where WebGL is missing or switched off; a lost context answers null, which is no list either.
 * Checked: Chromium 156, November 2026.
 */
export const webglExtensions: Source<'webglExtensions'> = (g) =>
  present(webglContext(g)?.getSupportedExtensions?.() ?? undefined)
