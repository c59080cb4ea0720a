import type { WebglLike } from './global.ts'

/**
 * What a context calls the card and its maker: the unmasked names where it gives them. Gecko tells the card openly, and warns
 * when it is asked for more. `ask` asks for a parameter. Its text is part of a worker's program, so it uses nothing but its
 * parameters. Numbers: https://registry.khronos.org/webgl/specs/latest/1.0/#5.14, where renderers follow vendors, and
 * https://registry.khronos.org/webgl/extensions/WEBGL_debug_renderer_info/
 */
export function gpuNames(
  gl: Pick<WebglLike, 'getExtension'>,
  ask: (name: number) => unknown,
): { readonly vendor: string; readonly renderer: string } {
  const vendor = ask(0x1f00) !== 'Mozilla' && gl.getExtension('WEBGL_debug_renderer_info') ? 0x9245 : 0x1f00
  return { vendor: String(ask(vendor)), renderer: String(ask(vendor + 1)) }
}
