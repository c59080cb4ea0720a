import type { Signals } from '@tracio/contract'
import type { Global, WebglLike } from './global.ts'
import { type Sample, unavailable } from './source.ts'
import { isLost, webglContext } from './webgl-context.ts'

/** Numbers of the constants: https://registry.khronos.org/webgl/specs/latest/1.0/#5.14 and https://registry.khronos.org/webgl/extensions/WEBGL_debug_renderer_info/ */
const VENDOR = 0x1f00
const RENDERER = 0x1f01
const VERSION = 0x1f02
const SHADING_LANGUAGE_VERSION = 0x8b8c
const UNMASKED_VENDOR = 0x9245
const UNMASKED_RENDERER = 0x9246

/** By which names a context of the given version calls the graphics card, its maker and itself. */
export function webglNames(g: Global, version: 'webgl' | 'webgl2'): Sample<Signals['webglBasics']> {
  const gl = webglContext(g, version)
  if (!gl) return unavailable
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
  return isLost(gl) ? unavailable : { value }
}

const textOf = (gl: WebglLike, name: number): string => String(gl.getParameter(name) ?? '')
