import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { pdfViewer } from './pdf-viewer.ts'

it.each<[string, Global, unknown]>([
  ['a desktop', { navigator: { pdfViewerEnabled: true } }, { value: true }],
  ['a phone', { navigator: { pdfViewerEnabled: false } }, { value: false }],
  ['a browser without it', { navigator: {} }, { absent: 'unavailable' }],
  ['no navigator', {}, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(pdfViewer(g)).toEqual(expected)
})
