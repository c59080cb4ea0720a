import { describe, expect, it } from 'vitest'
import { jsonListFiles } from '../../../test/json-list-files.ts'
import { readList } from '../../../test/show-list.ts'
import { jsonFormats } from './json-formats.ts'

describe.each(jsonListFiles)('$name', ({ name, file, ranges, rejected = 0 }) => {
  it('is read as it was published', () => {
    const list = readList(name, JSON.stringify(file), { provider: 'Example' })
    expect(list.parts.flatMap((part) => part.ranges)).toEqual(ranges)
    expect(list.parts.every(({ provider }) => provider === 'Example')).toBe(true)
    expect({ accepted: list.accepted, rejected: list.rejected }).toEqual({ accepted: ranges.length, rejected })
  })
})

it('has a file for every format', () => {
  expect(jsonListFiles.map(({ name }) => name).toSorted()).toEqual(Object.keys(jsonFormats).toSorted())
})

it('reads the hubs of Zscaler alone', () => {
  expect(
    readList('zscaler', '{"cloudName":"example.net","hubPrefixes":["192.0.2.0/24","2001:db8::/32"]}').accepted,
  ).toBe(2)
})

it('reads the shape of Google with unprintable bytes between', () => {
  const text = '\u0001{\u00a0"prefixes":\u200b[\u0000{"ipv4Prefix":"192.0.2.0/28"}\u0007]\r\n}\u001a'
  expect(readList('google_json', text).accepted).toBe(1)
})

it('reads the list of PIA in front of its signature', () => {
  const signed = `\n${JSON.stringify(jsonListFiles.find(({ name }) => name === 'pia')?.file)}\n\nbm90IGEgc2lnbmF0dXJl\nYXQgYWxs\n`
  expect(readList('pia', signed).accepted).toBe(2)
})

it('says of monosans what each proxy speaks', () => {
  const file = ['http', 'socks4', 'socks5', 'telepathy'].map((protocol, at) => ({ protocol, exit_ip: `192.0.2.${at}` }))
  expect(readList('proxies_json', JSON.stringify(file)).parts).toEqual([
    { provider: null, protocol: 'http', ranges: ['192.0.2.0'] },
    { provider: null, protocol: 'socks4', ranges: ['192.0.2.1'] },
    { provider: null, protocol: 'socks5', ranges: ['192.0.2.2'] },
    { provider: null, ranges: ['192.0.2.3'] },
  ])
})
