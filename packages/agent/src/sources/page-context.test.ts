import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { pageContext } from './page-context.ts'

const page: Global = { isSecureContext: true, crossOriginIsolated: false, location: { origin: 'https://shop.example' } }
const alone = { ...page }
Object.assign(alone, { top: alone })

it.each<[string, Global, unknown]>([
  ['a page in a window', alone, { secure: true, isolated: false, framed: false, opaqueOrigin: false }],
  ['a page in a frame', { ...page, top: {} }, { secure: true, isolated: false, framed: true, opaqueOrigin: false }],
  [
    'a sandboxed frame',
    { ...page, top: {}, location: { origin: 'null' } },
    { secure: true, isolated: false, framed: true, opaqueOrigin: true },
  ],
  ['nothing told', {}, { secure: null, isolated: null, framed: null, opaqueOrigin: null }],
])('%s', (_name, g, value) => {
  expect(pageContext(g)).toEqual({ value })
})
