import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isParserName, parseList, parserNames } from './parse-list.ts'
import type { ParseOptions } from './parse-options.ts'

const OPTIONS: ParseOptions = { providerColumn: 1, paths: ['[]', 'prefixes[].ipv4Prefix'] }

it('knows its own names, and no others', () => {
  expect(parserNames.length).toBeGreaterThan(25)
  expect(parserNames.every(isParserName)).toBe(true)
  expect(['constructor', '__proto__', 'toString', '', 'Plain'].filter(isParserName)).toEqual([])
})

describe('a file', () => {
  const list = Buffer.from('192.0.2.1\n2001:db8::1\n')
  it.each([
    ['as it is', list],
    ['behind a mark', Buffer.concat([Buffer.from('\ufeff'), list])],
    ['in gzip', gzipSync(list)],
    ['in zip', zipSync({ 'list.txt': list })],
  ])('%s is read', (_, bytes) => {
    expect(parseList('plain', bytes).accepted).toBe(2)
  })
  it('is refused when it unpacks to more than the caller allows', () => {
    expect(() => parseList('plain', gzipSync(Buffer.alloc(5000, '\n')), { unpackedBytesMax: 4999 })).toThrow(
      '4999 bytes',
    )
  })
  it('in UTF-16 is refused', () => {
    expect(() => parseList('plain', Buffer.from('\ufeff192.0.2.1', 'utf16le'))).toThrow('UTF-16')
  })
})

describe.each(parserNames)('%s refuses a web page', (name) => {
  it.each(['<!DOCTYPE html><html><body>Just a moment</body></html>', '\r\n <html lang="en">', '<!doctype HTML>'])(
    '%s',
    (page) => {
      expect(() => parseList(name, Buffer.from(page), OPTIONS)).toThrow('web page (HTML)')
    },
  )
})
