import { expect, it } from 'vitest'
import { endpointAddress } from './endpoint-address.ts'

it.each([
  ['192.0.2.1:80', '192.0.2.1'],
  ['192.0.2.1:65535', '192.0.2.1'],
  ['192.0.2.1', '192.0.2.1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
  ['example.com:80', 'example.com'],
  ['192.0.2.1:', undefined],
  ['192.0.2.1:0', undefined],
  ['192.0.2.1:65536', undefined],
  ['192.0.2.1:port', undefined],
  ['[2001:db8::1', undefined],
  ['[2001:db8::1]443', undefined],
  ['[2001:db8::1]:x', undefined],
])('%j has the address %j', (text, address) => {
  const framed = `<${text}>`
  const bounds = endpointAddress(framed, 1, framed.length - 1)
  expect(bounds && framed.slice(bounds.from, bounds.to)).toBe(address)
})
