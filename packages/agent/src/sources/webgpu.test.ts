import { expect, it } from 'vitest'
import { graphics, withCanvas } from '../../test/fake-canvas.ts'
import type { Global } from '../global.ts'
import type { GpuAdapterLike } from '../navigator-extras.ts'
import { webgpu } from './webgpu.ts'

const adapter: GpuAdapterLike = {
  info: { vendor: 'intel', architecture: 'gen-12lp' },
  features: new Set(['timestamp-query', 'shader-f16']),
  limits: { maxTextureDimension2D: 8192, maxBindGroups: 4 },
}
const described = {
  ...{ vendor: 'intel', architecture: 'gen-12lp', device: '', description: '' },
  ...{ features: ['shader-f16', 'timestamp-query'], limits: { maxTextureDimension2D: 8192, maxBindGroups: 4 } },
}

const page = (
  parameters: Readonly<Record<number, unknown>>,
  given: GpuAdapterLike | null,
  extensions: readonly string[] = ['WEBGL_debug_renderer_info'],
): { readonly g: Global; readonly asked: () => number } => {
  let asked = 0
  const gpu = {
    wgslLanguageFeatures: new Set(['subgroup_id', 'buffer_view']),
    getPreferredCanvasFormat: () => 'bgra8unorm',
    requestAdapter: async () => {
      asked++
      return given
    },
  }
  return {
    g: { ...withCanvas({ webgl: graphics({ 7938: 'WebGL 1.0', ...parameters }, extensions) }), navigator: { gpu } },
    asked: () => asked,
  }
}
const said = { canvasFormat: 'bgra8unorm', languageFeatures: ['buffer_view', 'subgroup_id'] }
const intel = { 37446: 'ANGLE (Intel, Iris Xe, D3D11)' }

it.each([
  ['describes the card', page(intel, adapter), { ...said, adapterAsked: true, adapter: described }, 1],
  ['a card that gives no adapter', page(intel, null), { ...said, adapterAsked: true, adapter: null }, 1],
  [
    'Firefox, which tells its card openly',
    page({ 7936: 'Mozilla', 7937: 'NVIDIA GeForce' }, adapter),
    { ...said, adapterAsked: true, adapter: described },
    1,
  ],
  [
    'does not ask for a card where WebGL draws in software, because Chromium would warn',
    page({ 37446: 'ANGLE (Google, Vulkan (SwiftShader Device))' }, null),
    { ...said, adapterAsked: false, adapter: null },
    0,
  ],
  [
    'Firefox with software graphics',
    page({ 7936: 'Mozilla', 7937: 'llvmpipe, or similar' }, null),
    { ...said, adapterAsked: false, adapter: null },
    0,
  ],
])('%s', async (_name, { g, asked }, value, times) => {
  expect(await webgpu(g)).toEqual({ value })
  expect(asked()).toBe(times)
})

it('says that nothing was asked where there is no WebGL and little of WebGPU', async () => {
  expect(await webgpu({ navigator: { gpu: {} } })).toEqual({
    value: { canvasFormat: null, languageFeatures: [], adapterAsked: false, adapter: null },
  })
})

it.each([
  ['a plain HTTP page', { navigator: {} }],
  ['no navigator', {}],
])('is unavailable on %s', async (_name, g) => {
  expect(await webgpu(g)).toEqual({ absent: 'unavailable' })
})

it('lets an unexpected failure through, for the runner to report', async () => {
  const { g } = page(intel, null)
  const gpu = { requestAdapter: () => Promise.reject(new RangeError('odd')) }
  await expect(webgpu({ ...g, navigator: { gpu } })).rejects.toThrow('odd')
})
