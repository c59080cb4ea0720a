import { describe, expect, it } from 'vitest'
import { cookieReach, dropVisitorCookie, setProbeCookie, setVisitorCookie } from './visitor-cookie.ts'

describe('finds what page and server share', () => {
  it.each([
    ['the same host', 'self', 'tracio.example.com', true, 'example.com'],
    ['siblings', 'https://app.example.com', 'tracio.example.com', true, 'example.com'],
    ['the bare domain and a subdomain', 'https://example.com', 'a.b.example.com', true, 'example.com'],
    ['under a public suffix of two parts', 'https://shop.example.co.uk', 'id.example.co.uk', true, 'example.co.uk'],
    ['a reserved test domain', 'https://app.example.test', 'tracio.example.test:8443', true, 'example.test'],
    ['another site', 'https://app.example.com', 'api.other.com', false, undefined],
    ['two customers of one host', 'https://ada.github.io', 'bob.github.io', false, undefined],
    ['localhost with two ports', 'http://localhost:3000', 'localhost:8080', true, undefined],
    ['localhost and its address', 'http://127.0.0.1:3000', 'localhost:8080', false, undefined],
    ['one address', 'self', '192.0.2.7:8080', true, undefined],
    ['one IPv6 address', 'http://[::1]:3000', '[::1]:8080', true, undefined],
    ['an opaque page', 'null', 'tracio.example.com', false, undefined],
  ])('%s', (_name, origin, host, reaches, domain) => {
    expect(cookieReach(origin, host)).toEqual({ reaches, domain })
  })
})

const shared = { reaches: true, domain: 'example.com' }
const alone = { reaches: true, domain: undefined }

describe('writes the attributes', () => {
  it.each([
    [
      'https on a shared domain',
      shared,
      'https',
      'tracio.example.com',
      'Path=/; Domain=.example.com; HttpOnly; Secure; SameSite=Lax',
    ],
    [
      'plain HTTP elsewhere keeps Secure',
      shared,
      'http',
      'tracio.example.com',
      'Path=/; Domain=.example.com; HttpOnly; Secure; SameSite=Lax',
    ],
    ['plain HTTP on localhost', alone, 'http', 'localhost:8080', 'Path=/; HttpOnly; SameSite=Lax'],
    ['plain HTTP on a loopback address', alone, 'http', '127.0.0.1:8080', 'Path=/; HttpOnly; SameSite=Lax'],
    ['https on localhost', alone, 'https', 'localhost', 'Path=/; HttpOnly; Secure; SameSite=Lax'],
  ])('%s', (_name, reach, protocol, host, attributes) => {
    expect(setVisitorCookie('abc', reach, { protocol, host })).toBe(`_tcid=abc; Max-Age=31536000; ${attributes}`)
  })
})

it('drops the cookie with the attributes it was set with, and probes for a minute', () => {
  const via = { protocol: 'https', host: 'tracio.example.com' }
  expect(dropVisitorCookie(shared, via)).toBe(
    '_tcid=; Max-Age=0; Path=/; Domain=.example.com; HttpOnly; Secure; SameSite=Lax',
  )
  expect(setProbeCookie(shared, via)).toMatch(/^_tcprobe=1; Max-Age=60; Path=\/; Domain=\.example\.com;/)
})
