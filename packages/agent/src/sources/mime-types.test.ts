import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { mimeTypes } from './mime-types.ts'

it.each<[string, Global, unknown]>([
  [
    'a PDF viewer',
    { navigator: { mimeTypes: [{ type: 'application/pdf', suffixes: 'pdf' }] } },
    { value: [{ type: 'application/pdf', suffixes: 'pdf' }] },
  ],
  ['viewer switched off', { navigator: { mimeTypes: [] } }, { value: [] }],
  ['a browser without it', { navigator: {} }, { absent: 'unavailable' }],
  ['no navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(mimeTypes(g)).toEqual(expected)
})
