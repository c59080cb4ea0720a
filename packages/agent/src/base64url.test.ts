import { expect, it } from 'vitest'
import { base64url } from './base64url.ts'
import type { Global } from './global.ts'

const g: Global = { btoa: (binary) => btoa(binary) }

it.each([0, 1, 2, 3, 256])('writes %i bytes as Node does', (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => 255 - i)
  expect(base64url(bytes, g)).toBe(Buffer.from(bytes).toString('base64url'))
})

it('fails where there is no base64', () => {
  expect(() => base64url(new Uint8Array(1), {})).toThrow('btoa')
})
