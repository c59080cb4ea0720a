import type { Source } from '../source.ts'
import { webglContext } from '../webgl-context.ts'
import { webglLimits } from '../webgl-limits.ts'

/**
 * Limits that differ between cards and drivers: ranges of line widths and point sizes; most texture units, cube map,
 * fragment vectors, renderbuffer, texture units of fragments, texture, varyings, attributes, texture units and vectors of
 * vertices, viewport; samples, bits of subpixels. Numbers: https://registry.khronos.org/webgl/specs/latest/1.0/#5.14
 */
const CONSTANTS = '846e 846d 8b4d 851c 8dfd 84e8 8872 d33 8dfc 8869 8b4c 8dfb d3a 80a9 d50'

/** The most anisotropy, of https://registry.khronos.org/webgl/extensions/EXT_texture_filter_anisotropic/ */
const ANISOTROPY = ' 84ff'

/**
 * What the graphics card and its driver can do, in numbers.
 *
 * Spec: https://registry.khronos.org/webgl/specs/latest/1.0/
 * Absent: where WebGL is missing, switched off, or lost while it was read. A parameter that the context does not know is left out.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const webglParameters: Source<'webglParameters'> = (g) => {
  const gl = webglContext(g)
  return webglLimits(gl, CONSTANTS + (gl?.getExtension('EXT_texture_filter_anisotropic') ? ANISOTROPY : ''))
}
