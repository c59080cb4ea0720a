import type { SignalName } from '@tracio/contract'
import { compiled, FRAGMENT_SHADER, FRAGMENT_SHADER_KIND } from '../draw-triangle.ts'
import { murmur128 } from '../murmur.ts'
import { present, type Source, unavailable } from '../source.ts'
import { utf8 } from '../utf8.ts'
import { drawingContext, isLost, webglContext } from '../webgl-context.ts'
import { webglLimits } from '../webgl-limits.ts'
import { webglNames } from '../webgl-names.ts'

/** LOW_FLOAT, after which MEDIUM_FLOAT, HIGH_FLOAT, LOW_INT, MEDIUM_INT and HIGH_INT follow. */
const LOW_FLOAT = 0x8df0

/**
 * Limits that version 2 adds and that cards differ in, by number: sizes of textures with depth and with layers, indices,
 * bias; uniform blocks and their alignment; components of shaders; samples; the wait for the card.
 * https://registry.khronos.org/webgl/specs/latest/2.0/#3.7.2
 */
const LIMITS_2 = '8073 80e9 84fd 88ff 8a2b 8a2f 8a30 8a34 8b49 8b4b 8d57 9111'

/** Enough to tell the language that a shader was translated to. */
const START_LENGTH = 32

/**
 * What the graphics card says beyond its name, and what a context of version 2 adds to that.
 *
 * Spec: https://registry.khronos.org/webgl/specs/latest/1.0/, https://registry.khronos.org/webgl/specs/latest/2.0/
 * Absent: where WebGL of the version is missing, switched off, or lost while it was read.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const webglSources = {
  webglAttributes: (g) => present(webglContext(g)?.getContextAttributes?.() ?? undefined),

  webglPrecisions: (g) => {
    const gl = webglContext(g)
    if (!gl?.getShaderPrecisionFormat || isLost(gl)) return unavailable
    const value = Array.from({ length: 6 }, (_, i) => {
      const format = gl.getShaderPrecisionFormat?.(FRAGMENT_SHADER_KIND, LOW_FLOAT + i)
      return format ? `${format.rangeMin},${format.rangeMax},${format.precision}` : ''
    })
    return { value }
  },

  webgl2Basics: (g) => webglNames(g, 'webgl2'),

  webgl2Parameters: (g) => webglLimits(webglContext(g, 'webgl2'), LIMITS_2),

  webgl2Extensions: (g) => present(webglContext(g, 'webgl2')?.getSupportedExtensions?.() ?? undefined),

  // The extension https://registry.khronos.org/webgl/extensions/WEBGL_debug_shaders/ tells what a shader became: HLSL on
  // Windows, Metal's language on macOS, GLSL or SPIR-V elsewhere, and differently by the version of the translator.
  webglShader: (g) => {
    const gl = drawingContext(g)
    const extension = gl?.getExtension('WEBGL_debug_shaders')
    if (!gl || !extension) return unavailable
    // The extension has this one function; a browser that changes it makes this reading an error.
    const translator = extension as { getTranslatedShaderSource(shader: WebGLShader): string }
    const code = translator.getTranslatedShaderSource(compiled(gl, FRAGMENT_SHADER_KIND, FRAGMENT_SHADER))
    return code ? { value: { start: code.slice(0, START_LENGTH), digest: murmur128(utf8(code)) } } : unavailable
  },
} satisfies { readonly [K in SignalName]?: Source<K> }
