import type { Global } from '../global.ts'
import type { GpuAdapterLike, GpuLike } from '../navigator-extras.ts'
import { numbersOf } from '../numbers-of.ts'
import { type Source, unavailable } from '../source.ts'
import { webglNames } from '../webgl-names.ts'

/** Renderers of Google, Mesa and Microsoft that draw without a graphics card, by what they call themselves; November 2026. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render|software/i

/**
 * What WebGPU says of the shading language, the canvas and the card. Where WebGL draws in software the card is not asked
 * for: there is none, and Chromium 156 answers such a question with a warning in the console.
 *
 * Spec: https://gpuweb.github.io/gpuweb/
 * Absent: on plain HTTP pages, and where WebGPU is missing or switched off. The adapter is null where it is not asked
 * for and where the browser gives none.
 * Checked: Chromium 156, November 2026 (no adapter on our machine).
 */
export const webgpu: Source<'webgpu'> = async (g) => {
  const gpu = g.navigator?.gpu
  if (!gpu) return unavailable
  const adapterAsked = hasCard(g)
  const adapter = adapterAsked ? await gpu.requestAdapter?.() : null
  return {
    value: {
      canvasFormat: gpu.getPreferredCanvasFormat?.() ?? null,
      languageFeatures: listed(gpu.wgslLanguageFeatures),
      adapterAsked,
      adapter: adapter ? described(adapter) : null,
    },
  }
}

function hasCard(g: Global): boolean {
  const names = webglNames(g, 'webgl')
  return 'value' in names && !SOFTWARE.test(names.value.rendererUnmasked ?? names.value.renderer)
}

const listed = (names: GpuLike['wgslLanguageFeatures']): readonly string[] => [...(names ?? [])].sort()

function described({ info, features, limits }: GpuAdapterLike) {
  const { vendor = '', architecture = '', device = '', description = '' } = info ?? {}
  const known = Object.fromEntries(numbersOf(limits))
  return { vendor, architecture, device, description, features: listed(features), limits: known }
}
