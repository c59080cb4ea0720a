import { describe, expect, it } from 'vitest'
import { readList } from '../../../test/show-list.ts'
import { proxyProtocol } from './parse-proxies.ts'

const LIST = `# proxies
192.0.2.1:8080
http://192.0.2.2:3128
HTTPS://192.0.2.3:443/
socks4a://192.0.2.4:1080
socks5h://ada:p@ss:word@192.0.2.5:1080 US 120 ms
ada:secret@192.0.2.6:1080
[2001:db8::1]:1080
socks5://[2001:db8::2]:1080
192.0.2.7
`

it('makes a part of every protocol, with the one of the list where none is written', () => {
  expect(readList('proxies', LIST, { protocol: 'socks4' }).parts).toEqual([
    { provider: null, protocol: 'socks4', ranges: ['192.0.2.1', '192.0.2.4', '192.0.2.6', '192.0.2.7', '2001:db8::1'] },
    { provider: null, protocol: 'http', ranges: ['192.0.2.2', '192.0.2.3'] },
    { provider: null, protocol: 'socks5', ranges: ['192.0.2.5', '2001:db8::2'] },
  ])
})

it('names no protocol where nobody says one', () => {
  expect(readList('proxies', '192.0.2.1:8080').parts).toEqual([{ provider: null, ranges: ['192.0.2.1'] }])
})

describe('rejects', () => {
  it.each([
    'example.com:8080',
    'vmess://192.0.2.1:80',
    '192.0.2.1:0',
    '192.0.2.1:x',
    '192.0.2.0/24',
    '192.0.2.1-192.0.2.9',
    'http://',
    '@',
    `http://${'a'.repeat(100_000)}@192.0.2.1:80`,
  ])('%s', (line) => {
    expect(readList('proxies', `192.0.2.1:80\n${line}`)).toMatchObject({ accepted: 1, rejected: 1 })
  })
  it('without showing a password', () => {
    const { rejectedExamples } = readList('proxies', '192.0.2.1:80\nsocks5://ada:secret@example.com:1080')
    expect(rejectedExamples).toEqual(['***@example.com:1080'])
  })
})

it.each([
  ['http', 'http'],
  ['HTTPS', 'http'],
  ['socks4', 'socks4'],
  ['socks4a', 'socks4'],
  ['socks5', 'socks5'],
  ['socks5h', 'socks5'],
  ['ftp', undefined],
  ['constructor', undefined],
])('the scheme %s is %s', (scheme, protocol) => {
  expect(proxyProtocol(scheme)).toBe(protocol)
})
