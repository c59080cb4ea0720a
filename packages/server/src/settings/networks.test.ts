import { expect, it } from 'vitest'
import { networks } from './networks.ts'

it('takes addresses and CIDRs of both families, and lets blanks and empty parts be', () => {
  expect(networks(' 10.0.0.0/8, ::1 ,,fd00::/8')).toEqual({ value: ['10.0.0.0/8', '::1', 'fd00::/8'] })
  expect(networks('')).toEqual({ value: [] })
})

it.each(['proxy.example.com', '10.0.0.0/33', '10.0.0.0/', 'fd00::/129', '10.0.0.0/8/8'])(
  'names what is wrong: %s',
  (text) => {
    expect(networks(`10.0.0.1, ${text}`)).toEqual({ wrong: expect.stringContaining(text) })
  },
)
