import { expect, it } from 'vitest'
import { requestOrigin } from './request-origin.ts'

const HOST = 'tracio.example.com'

it.each([
  ['a same-origin GET, which has no Origin', {}, 'self'],
  ['a same-origin POST', { origin: 'https://tracio.example.com' }, 'self'],
  [
    'a same-origin POST behind a proxy that renames the host',
    { origin: 'https://shop.example.com', 'sec-fetch-site': 'same-origin' },
    'self',
  ],
  ['a sibling domain', { origin: 'https://App.example.com', 'sec-fetch-site': 'same-site' }, 'https://app.example.com'],
  ['another port of the same name', { origin: 'https://tracio.example.com:8443' }, 'https://tracio.example.com:8443'],
  ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 'null'],
  ['junk', { origin: 'not an origin' }, 'not an origin'],
])('tells whose page it was: %s', (_name, headers, expected) => {
  expect(requestOrigin(headers, HOST)).toBe(expected)
})
