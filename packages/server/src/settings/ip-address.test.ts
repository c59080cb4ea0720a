import { expect, it } from 'vitest'
import { ipAddress } from './ip-address.ts'

it('takes addresses of both families and nothing else', () => {
  expect(['192.0.2.1', '::1'].map(ipAddress)).toEqual([{ value: '192.0.2.1' }, { value: '::1' }])
  expect(['', 'localhost', '192.0.2.1/24'].map(ipAddress)).toEqual(Array(3).fill({ wrong: expect.any(String) }))
})
