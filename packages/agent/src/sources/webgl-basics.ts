import type { Source } from '../source.ts'
import { webglNames } from '../webgl-names.ts'

/**
 * Who made the graphics card and what drives it, as the browser tells it openly and on request.
 *
 * Spec: https://registry.khronos.org/webgl/specs/latest/1.0/, https://registry.khronos.org/webgl/extensions/WEBGL_debug_renderer_info/
 * Absent: where WebGL is missing, switched off, or lost while it was read. The unmasked names are null where the extension is refused, and for
 * Gecko, which is not asked: it tells the card in RENDERER and warns in the console when the extension is used.
 * Checked: Chromium 156, November 2026.
 */
export const webglBasics: Source<'webglBasics'> = (g) => webglNames(g, 'webgl')
