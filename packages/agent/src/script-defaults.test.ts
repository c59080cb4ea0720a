import { expect, it } from 'vitest'
import type { Global } from './global.ts'
import { scriptDefaults } from './script-defaults.ts'

const from = (src: string): Global => ({ document: { currentScript: { src } } })

it.each<[string, Global, object]>([
  [
    'the root of a server',
    from('https://id.example/agent.js?k=pk_1'),
    { publicKey: 'pk_1', endpoint: 'https://id.example' },
  ],
  [
    'a directory',
    from('http://localhost:8080/t/v1/a.js?k=pk_1&x=2#y'),
    { publicKey: 'pk_1', endpoint: 'http://localhost:8080/t/v1' },
  ],
  ['an address without a key', from('https://id.example/agent.js'), { endpoint: 'https://id.example' }],
  ['an inlined script', from(''), {}],
  ['an SVG script, whose address is elsewhere', { document: { currentScript: {} } }, {}],
  ['a module', { document: { currentScript: null } }, {}],
  ['no document', {}, {}],
])('%s', (_name, g, expected) => {
  expect(scriptDefaults(g)).toEqual(expected)
})
