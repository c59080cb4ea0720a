import { crc32 as zlib } from 'node:zlib'
import { expect, it } from 'vitest'
import { crc32 } from './crc32.ts'

it.each(['', 'a', '123456789', 'window,self,document', 'Zoë'])('agrees with zlib on "%s"', (text) => {
  expect(crc32(text)).toBe(zlib(Buffer.from(text, 'latin1')))
})

it('tells orders apart, and takes whatever a page names its globals', () => {
  expect(crc32('a,b')).not.toBe(crc32('b,a'))
  expect(crc32('\ud800漢')).toBeGreaterThan(0)
})
