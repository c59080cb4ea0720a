import type { SignalName } from '@tracio/contract'
import { murmur128 } from '../murmur.ts'
import { absent, present, type Source } from '../source.ts'
import { utf8 } from '../utf8.ts'
import { isLost, webglContext } from '../webgl-context.ts'
import { FRAGMENT_SHADER, FRAGMENT_SHADER_KIND, VERTEX_SHADER_KIND } from '../webgl-image-program.ts'
import { webglNames } from '../webgl-names.ts'

/** Consecutive constants: LOW_FLOAT, MEDIUM_FLOAT, HIGH_FLOAT, LOW_INT, MEDIUM_INT, HIGH_INT. */
const PRECISIONS = [0x8df0, 0x8df1, 0x8df2, 0x8df3, 0x8df4, 0x8df5]

/** Limits that version 2 adds, by number: https://registry.khronos.org/webgl/specs/latest/2.0/#3.7.2 */
const LIMITS_2 =
  '8073 80e8 80e9 84fd 8824 88ff 8904 8905 8a2b 8a2d 8a2e 8a2f 8a30 8a31 8a33 8a34 8b49 8b4a 8b4b 8c80 8c8a 8c8b 8cdf 8d57 8d6b 9111 9122 9125'

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
    if (!gl?.getShaderPrecisionFormat || isLost(gl)) return absent('unavailable')
    const value = [VERTEX_SHADER_KIND, FRAGMENT_SHADER_KIND].flatMap((kind) =>
      PRECISIONS.map((number) => {
        const format = gl.getShaderPrecisionFormat?.(kind, number)
        return format ? `${format.rangeMin},${format.rangeMax},${format.precision}` : ''
      }),
    )
    return { value }
  },

  webgl2Basics: (g) => webglNames(g, 'webgl2'),

  webgl2Parameters: (g) => {
    const gl = webglContext(g, 'webgl2')
    if (!gl) return absent('unavailable')
    const value = LIMITS_2.split(' ').map((number) => {
      const limit = gl.getParameter(Number.parseInt(number, 16))
      return typeof limit === 'number' ? limit : null
    })
    return isLost(gl) ? absent('unavailable') : { value }
  },

  webgl2Extensions: (g) => present(webglContext(g, 'webgl2')?.getSupportedExtensions?.() ?? undefined),

  // The extension https://registry.khronos.org/webgl/extensions/WEBGL_debug_shaders/ tells what a shader became: HLSL on
  // Windows, Metal's language on macOS, GLSL or SPIR-V elsewhere, and differently by the version of the translator.
  webglShader: (g) => {
    const gl = webglContext(g, 'webgl2')
    const extension = gl?.getExtension('WEBGL_debug_shaders')
    // The extension's only function has this shape; a browser that changes it makes this reading an error.
    const translator = extension as { getTranslatedShaderSource(shader: object): string } | null | undefined
    const shader = gl?.createShader?.(FRAGMENT_SHADER_KIND)
    if (!translator || !shader) return absent('unavailable')
    gl?.shaderSource?.(shader, FRAGMENT_SHADER)
    gl?.compileShader?.(shader)
    const code = translator.getTranslatedShaderSource(shader)
    return code
      ? { value: { start: code.slice(0, START_LENGTH), digest: murmur128(utf8(code)) } }
      : absent('unavailable')
  },
} satisfies { readonly [K in SignalName]?: Source<K> }
