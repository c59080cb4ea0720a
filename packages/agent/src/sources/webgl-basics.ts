import type { WebglLike } from '../global.ts'
import { absent, type Source } from '../source.ts'
import { isLost, webglContext } from '../webgl-context.ts'

/** Numbers of the constants: https://registry.khronos.org/webgl/specs/latest/1.0/#5.14 and the extension's page below. */
const VENDOR = 0x1f00
const RENDERER = 0x1f01
const VERSION = 0x1f02
const SHADING_LANGUAGE_VERSION = 0x8b8c
const UNMASKED_VENDOR = 0x9245
const UNMASKED_RENDERER = 0x9246

/**
 * Who made the graphics card and what drives it, as the browser tells it openly and on request.
 *
 * Spec: https://registry.khronos.org/webgl/specs/latest/1.0/, https://registry.khronos.org/webgl/extensions/WEBGL_debug_renderer_info/
 * Absent: where WebGL is missing, switched off, or lost while it was read. The unmasked names are null where the extension is refused, and for
 * Gecko, which is not asked: it tells the card in RENDERER and warns in the console when the extension is used.
 * Checked: Chromium 156, November 2026.
 */
export const webglBasics: Source<'webglBasics'> = (g) => {
  const gl = webglContext(g)
  if (!gl) return absent('unavailable')
  const vendor = textOf(gl, VENDOR)
  const unmasks = vendor !== 'Mozilla' && Boolean(gl.getExtension('WEBGL_debug_renderer_info'))
  const value = {
    version: textOf(gl, VERSION),
    vendor,
    renderer: textOf(gl, RENDERER),
    shadingLanguageVersion: textOf(gl, SHADING_LANGUAGE_VERSION),
    vendorUnmasked: unmasks ? textOf(gl, UNMASKED_VENDOR) : null,
    rendererUnmasked: unmasks ? textOf(gl, UNMASKED_RENDERER) : null,
  }
  return isLost(gl) ? absent('unavailable') : { value }
}

const textOf = (gl: WebglLike, name: number): string => String(gl.getParameter(name) ?? '')
