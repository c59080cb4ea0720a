import { absent, type Source } from '../source.ts'
import { isLost, webglContext } from '../webgl-context.ts'

/** Limits and depths that differ between cards and drivers: https://registry.khronos.org/webgl/specs/latest/1.0/#5.14 */
const PARAMETERS = {
  ALIASED_LINE_WIDTH_RANGE: 0x846e,
  ALIASED_POINT_SIZE_RANGE: 0x846d,
  ALPHA_BITS: 0x0d55,
  BLUE_BITS: 0x0d54,
  DEPTH_BITS: 0x0d56,
  GREEN_BITS: 0x0d53,
  MAX_COMBINED_TEXTURE_IMAGE_UNITS: 0x8b4d,
  MAX_CUBE_MAP_TEXTURE_SIZE: 0x851c,
  MAX_FRAGMENT_UNIFORM_VECTORS: 0x8dfd,
  MAX_RENDERBUFFER_SIZE: 0x84e8,
  MAX_TEXTURE_IMAGE_UNITS: 0x8872,
  MAX_TEXTURE_SIZE: 0x0d33,
  MAX_VARYING_VECTORS: 0x8dfc,
  MAX_VERTEX_ATTRIBS: 0x8869,
  MAX_VERTEX_TEXTURE_IMAGE_UNITS: 0x8b4c,
  MAX_VERTEX_UNIFORM_VECTORS: 0x8dfb,
  MAX_VIEWPORT_DIMS: 0x0d3a,
  RED_BITS: 0x0d52,
  SAMPLE_BUFFERS: 0x80a8,
  SAMPLES: 0x80a9,
  STENCIL_BITS: 0x0d57,
  SUBPIXEL_BITS: 0x0d50,
}

/** https://registry.khronos.org/webgl/extensions/EXT_texture_filter_anisotropic/ */
const ANISOTROPY = {
  extension: 'EXT_texture_filter_anisotropic',
  name: 'MAX_TEXTURE_MAX_ANISOTROPY_EXT',
  number: 0x84ff,
}

/**
 * What the graphics card and its driver can do, in numbers.
 *
 * Spec: https://registry.khronos.org/webgl/specs/latest/1.0/
 * Absent: where WebGL is missing, switched off, or lost while it was read. A parameter that the context does not know is left out.
 * Checked: Chromium 156, November 2026.
 */
export const webglParameters: Source<'webglParameters'> = (g) => {
  const gl = webglContext(g)
  if (!gl) return absent('unavailable')
  const value: Record<string, number | readonly number[]> = {}
  const read = (name: string, number: number): void => {
    const parameter = gl.getParameter(number)
    if (typeof parameter === 'number') value[name] = parameter
    // Every pair among our parameters is a typed array of one of these two kinds, perhaps of another realm.
    if (ArrayBuffer.isView(parameter)) value[name] = Array.from(parameter as Int32Array | Float32Array)
  }
  for (const [name, number] of Object.entries(PARAMETERS)) read(name, number)
  if (gl.getExtension(ANISOTROPY.extension)) read(ANISOTROPY.name, ANISOTROPY.number)
  return isLost(gl) ? absent('unavailable') : { value }
}
