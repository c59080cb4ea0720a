import { describe, expect, it } from 'vitest'
import { apiPathFrom, type EndpointOptions, endpointFrom } from './endpoint.ts'
import type { Global } from './global.ts'

const page: Global = { location: { origin: 'https://shop.example' } }
const regions = { us: 'https://us.example', eu: 'https://eu.example/t/' }
const home = { endpoint: 'https://id.example', regions: { eu: 'https://eu.home.example' } }

it.each<[string, EndpointOptions, EndpointOptions, string]>([
  ['the own origin by default', {}, {}, 'https://shop.example'],
  ['a path', { endpoint: '/t/' }, {}, 'https://shop.example/t'],
  ['the root', { endpoint: '/' }, {}, 'https://shop.example'],
  ['another host', { endpoint: 'https://id.shop.example:8443' }, {}, 'https://id.shop.example:8443'],
  ['another host with path and slashes', { endpoint: 'http://[::1]:8080/a/b//' }, {}, 'http://[::1]:8080/a/b'],
  ['where the script came from', {}, home, 'https://id.example'],
  ['an endpoint before that', { endpoint: '/t' }, home, 'https://shop.example/t'],
  ['a region', { region: 'eu', regions }, {}, 'https://eu.example/t'],
  ['a region that the script knows', { region: 'eu' }, home, 'https://eu.home.example'],
  ['a region of the page before one of the script', { region: 'eu', regions }, home, 'https://eu.example/t'],
  ['an endpoint before a region', { endpoint: '/t', region: 'nowhere' }, home, 'https://shop.example/t'],
  ['no region when it is empty', { region: '' }, home, 'https://id.example'],
])('is %s', (_name, options, atHome, endpoint) => {
  expect(endpointFrom(options, atHome, page)).toBe(endpoint)
})

it('is a whole address in a sandboxed frame, which has no origin to resolve paths on', () => {
  expect(endpointFrom({ endpoint: 'https://id.example' }, {}, { location: { origin: 'null' } })).toBe(
    'https://id.example',
  )
})

it('is nowhere on a server that renders pages', () => {
  expect(endpointFrom({ endpoint: '/t' }, {}, {})).toBe('')
})

it('calls by the path that the server says', () => {
  expect(apiPathFrom(undefined)).toBe('/api')
  expect(apiPathFrom('/assets/cart')).toBe('/assets/cart')
  for (const wrong of ['', 'api', '/api/', '/a?b', 'https://id.example/api']) {
    expect(() => apiPathFrom(wrong)).toThrow('apiPath')
  }
})

describe('refuses', () => {
  const untyped = (json: string): EndpointOptions => JSON.parse(json)
  it.each<[string, EndpointOptions]>([
    ['an endpoint without scheme', { endpoint: 'id.shop.example' }],
    ['an endpoint of another scheme', { endpoint: 'ftp://id.shop.example' }],
    ['an endpoint with a query', { endpoint: 'https://id.shop.example/?a=1' }],
    ['an endpoint that is no URL', { endpoint: 'https://' }],
    ['an endpoint that is no string', untyped('{"endpoint": 7}')],
    ['an empty endpoint', { endpoint: '' }],
    ['a region whose server is none', { region: 'eu', regions: { eu: 'eu.example' } }],
    ['a region that only objects know', { region: 'toString', regions }],
  ])('%s', (_name, options) => {
    expect(() => endpointFrom(options, {}, page)).toThrow(expect.objectContaining({ code: 'invalid_config' }))
  })
  it('an unknown region, and names the known ones', () => {
    expect(() => endpointFrom({ region: 'mars', regions }, {}, page)).toThrow('"mars". Known: us, eu.')
    expect(() => endpointFrom({ region: 'mars' }, {}, page)).toThrow('Known: none.')
  })
  it('a page without an origin that names no endpoint', () => {
    expect(() => endpointFrom({}, {}, { location: { origin: 'null' } })).toThrow('endpoint')
  })
})
