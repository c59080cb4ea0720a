import { describe, expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'
import { jsonFormats } from './json-formats.ts'
import { ListFormatError } from './list-format-error.ts'
import { isParserName } from './parse-list.ts'

const jsonNames = Object.keys(jsonFormats).filter(isParserName)

describe.each(jsonNames)('%s refuses', (name) => {
  it.each([
    ['nothing', '', 'Expected JSON'],
    ['JSON that is cut off', '{"prefixes":[{"ipv4Prefix":"192.0.2.', 'Expected JSON'],
    ['a word', '"192.0.2.1"', 'Expected JSON'],
    ['null', 'null', 'Expected JSON'],
    ['a number', '5', 'Expected JSON'],
  ])('%s', (_, text, message) => {
    expect(() => readList(name, text)).toThrow(ListFormatError)
    expect(() => readList(name, text)).toThrow(message)
  })
})

describe('a wrong shape', () => {
  it.each([
    ['aws_json', '{"ipv4":[]}', '"prefixes[]" or "ipv6_prefixes[]"'],
    ['google_json', '{"prefixes":{"0":{}}}', '"prefixes[]"'],
    ['google_json', '[]', '"prefixes[]"'],
    ['google_json', '{"__proto__":{"prefixes":[]}}', '"prefixes[]"'],
    ['mullvad', '{"0":{}}', '"[]"'],
    ['ripestat_json', '{"data":null}', '"data.prefixes[]"'],
  ] as const)('of %s: %s', (name, text, places) => {
    expect(() => readList(name, text)).toThrow(`Expected JSON with entries at ${places}; it has none there.`)
  })
  it('is no empty list', () => {
    expect(readList('google_json', '{"prefixes":[]}')).toEqual({
      parts: [],
      accepted: 0,
      rejected: 0,
      rejectedExamples: [],
    })
    expect(readList('aws_json', '{"prefixes":[]}').accepted).toBe(0)
  })
})

it('rejects entries of every wrong kind, and shows them without their contents', () => {
  const prefixes = [
    { ipv4Prefix: '192.0.2.0/24' },
    { ipv4Prefix: 'example.com' },
    { ipv4Prefix: 5 },
    { ipv4Prefix: { ipv4Prefix: '192.0.2.1' } },
    'ipv4Prefix',
    [],
    { ipv4Prefix: '' },
  ]
  expect(readList('google_json', JSON.stringify({ prefixes }))).toMatchObject({
    accepted: 1,
    rejected: 6,
    rejectedExamples: ['example.com', '5', 'an object', 'ipv4Prefix without an address', 'a list without an address'],
  })
})

it('bears what is nested deeper than any stack', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  expect(readList('fastly_json', `{"addresses":["192.0.2.1",${deep}]}`)).toMatchObject({ accepted: 1, rejected: 1 })
})

describe('json_path', () => {
  it('reads wherever it is told', () => {
    const text =
      '{"gateways":[{"ip_address":"192.0.2.1"},{"ip_address":"192.0.2.2"}],"extra":{"a":["2001:db8::1"],"b":["x"]}}'
    expect(readList('json_path', text, { paths: ['gateways[].ip_address', 'extra{}[]'] })).toMatchObject({
      parts: [{ ranges: ['192.0.2.1', '192.0.2.2', '2001:db8::1'] }],
      accepted: 3,
      rejected: 1,
    })
  })
  it('must be told', () => {
    expect(() => readList('json_path', '[]')).toThrow('must be told "paths"')
  })
})
