import { expect, it } from 'vitest'
import { embeddedIpv4 } from './embedded-ipv4.ts'
import { parseAddress } from './parse-address.ts'

const embedded = (text: string) => {
  const address = parseAddress(text)
  return address && embeddedIpv4(address)
}

it.each([
  ['behind a translator', '64:ff9b::192.0.2.33', 0xc0000221],
  ['at the end of a 6to4 tunnel', '2002:c000:0221:1::5', 0xc0000221],
  // RFC 4380, section 4: the client's address with every bit inverted.
  ['before a Teredo client', '2001:0:c633:6401:8000:63bf:3fff:fdde', 0xc0000221],
])('finds the IPv4 address %s', (_where, text, word) => {
  expect(embedded(text)).toEqual({ version: 4, word })
})

it('understands a mapped address that nobody has unwrapped', () => {
  expect(embeddedIpv4({ version: 6, words: [0, 0, 0xffff, 0xc0000221] })).toEqual({ version: 4, word: 0xc0000221 })
})

it.each(['192.0.2.33', '2001:db8::c000:221', '2001:1::c000:221', '64:ff9b:1::c000:221', '::c000:221'])(
  '%s stands for itself',
  (text) => {
    expect(embedded(text)).toBeUndefined()
  },
)
