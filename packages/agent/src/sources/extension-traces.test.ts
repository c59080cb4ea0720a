import { expect, it } from 'vitest'
import type { Global } from '../global.ts'
import { extensionTraces } from './extension-traces.ts'

/** A page in which these selectors find something. */
const finding = (...selectors: readonly string[]): Global => ({
  document: { querySelector: (selector) => (selectors.includes(selector) ? {} : null) },
})

it.each<[string, Global, unknown]>([
  ['a browser without extensions', finding(), { value: [] }],
  [
    'attributes of any element',
    finding('[data-lt-installed]', '[fdprocessedid]'),
    { value: ['data-lt-installed', 'fdprocessedid'] },
  ],
  [
    'a wallet',
    Object.assign(finding(), { phantom: {}, ethereum: { isMetaMask: true } }),
    { value: ['ethereum.isMetaMask', 'phantom'] },
  ],
  ['a document that cannot be searched', { document: {} }, { absent: 'unavailable' }],
])('%s', (_name, g, expected) => {
  expect(extensionTraces(g)).toEqual(expected)
})
