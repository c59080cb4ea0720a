import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { plugins } from './plugins.ts'

it.each<[string, Global, unknown]>([
  [
    'the PDF viewer',
    {
      navigator: {
        plugins: [Object.assign([{ type: 'application/pdf' }, { type: 'text/pdf' }], { name: 'PDF Viewer' })],
      },
    },
    { value: [{ name: 'PDF Viewer', mimeTypes: ['application/pdf', 'text/pdf'] }] },
  ],
  ['viewer switched off', { navigator: { plugins: [] } }, { value: [] }],
  ['a worker', { navigator: {} }, { absent: 'unavailable' }],
  ['a global without a navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(plugins(g)).toEqual(expected)
})
