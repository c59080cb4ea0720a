import { expect, it } from 'vitest'
import type { Global } from './global.ts'
import { scriptDefaults } from './script-defaults.ts'

const from = (src: string, attributes: Readonly<Record<string, string>> = {}): Global => ({
  document: { currentScript: { src, getAttribute: (name: string) => attributes[name] ?? null } },
})
const server = 'https://id.example'

it.each<[string, Global, object]>([
  ['the root of a server', from(`${server}/agent.js?k=pk_1`), { publicKey: 'pk_1', endpoint: server }],
  [
    'a directory',
    from('http://localhost:8080/t/v1/a.js?k=pk_1&x=2#y'),
    { publicKey: 'pk_1', endpoint: 'http://localhost:8080/t/v1' },
  ],
  ['an address without a key', from(`${server}/agent.js`), { endpoint: server }],
  [
    'a key as an attribute',
    from(`${server}/agent.js`, { 'data-tracio-key': 'pk_2' }),
    { publicKey: 'pk_2', endpoint: server },
  ],
  ['fields', from('', { 'data-tracio-fields': '{"plan":"pro"}' }), { fields: { plan: 'pro' } }],
  [
    'fields that are no JSON, which the server counts',
    from('', { 'data-tracio-fields': 'plan=pro' }),
    { fields: 'plan=pro' },
  ],
  ['an inlined script', from(''), {}],
  ['an SVG script, whose address is elsewhere', { document: { currentScript: {} } }, {}],
  ['a module', { document: { currentScript: null } }, {}],
  ['no document', {}, {}],
])('%s', (_name, g, options) => {
  expect(scriptDefaults(g)).toEqual({ options, owned: false })
})

it('knows that another copy of the agent put it there', () => {
  expect(scriptDefaults(from('', { 'data-tracio-owned': '' })).owned).toBe(true)
})
