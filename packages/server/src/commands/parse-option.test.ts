import type { EpochMs } from '@tracio/contract'
import { expect, it } from 'vitest'
import { parseExpiry, parseName, parseNetwork, parseOrigin, parsePeriod } from './parse-option.ts'

const now = Date.UTC(2026, 10, 1) as EpochMs
const period = parsePeriod(60_000, 86_400_000)
const expiry = (text: string): string => new Date(parseExpiry(text, now)).toISOString()

it.each([
  ['a name, without the blanks around it', parseName, ' shop ', 'shop'],
  ['an origin', parseOrigin, 'https://shop.example', 'https://shop.example'],
  ['an origin as browsers send it', parseOrigin, 'HTTPS://Shop.Example:443/', 'https://shop.example'],
  ['an origin with a port', parseOrigin, 'http://localhost:3000', 'http://localhost:3000'],
  ['an origin in letters of its own', parseOrigin, 'https://bücher.example', 'https://xn--bcher-kva.example'],
  ['our own pages', parseOrigin, 'self', 'self'],
  ['an address', parseNetwork, '203.0.113.7', '203.0.113.7'],
  ['a CIDR', parseNetwork, '2001:db8::/32', '2001:db8::/32'],
  ['a life in days', expiry, '90d', '2027-01-30T00:00:00.000Z'],
  ['a life in hours', expiry, '12h', '2026-11-01T12:00:00.000Z'],
  ['a pause in hours', period, '24h', 86_400_000],
  ['a pause in seconds', period, '60s', 60_000],
  ['a date', expiry, '2027-06-30', '2027-06-30T00:00:00.000Z'],
  ['a moment', expiry, '2027-06-30T12:00:00+02:00', '2027-06-30T10:00:00.000Z'],
])('takes %s', (_name, parse, text, value) => {
  expect(parse(text)).toBe(value)
})

it.each([
  ['a name of nothing', parseName, '  '],
  ['a name of two lines', parseName, 'a\nb'],
  ['an endless name', parseName, 'x'.repeat(101)],
  ['an origin with a path', parseOrigin, 'https://shop.example/login'],
  ['an origin without a scheme', parseOrigin, 'shop.example'],
  ['an origin of another scheme', parseOrigin, 'ftp://shop.example'],
  ['an origin with a password', parseOrigin, 'https://a:b@shop.example'],
  ['a star', parseOrigin, '*'],
  ['a network by name', parseNetwork, 'office.example'],
  ['two networks at once', parseNetwork, '10.0.0.0/8,192.0.2.1'],
  ['no network', parseNetwork, ''],
  ['a pause that is too short', period, '59s'],
  ['a pause that is too long', period, '25h'],
  ['a pause without a unit', period, '60'],
  ['a life without a unit', expiry, '90'],
  ['no life at all', expiry, '0d'],
  ['a moment that is past', expiry, '2026-10-31'],
  ['a day that no month has', expiry, '2027-13-01'],
  ['more than ten years', expiry, '3651d'],
])('refuses %s', (_name, parse, text) => {
  expect(() => parse(text)).toThrow(/^An? /)
})
