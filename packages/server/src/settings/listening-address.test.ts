import { expect, it } from 'vitest'
import { listeningAddress } from './listening-address.ts'

it.each([
  ['127.0.0.1:6380', { host: '127.0.0.1', port: 6380 }],
  ['[::1]:0', { host: '::1', port: 0 }],
])('reads %s', (text, value) => {
  expect(listeningAddress(text)).toEqual({ value })
})

it.each([
  '',
  '6380',
  '127.0.0.1',
  '::1:6380',
  '[127.0.0.1]:1',
  '[::1]',
  'localhost:6380',
  '127.0.0.1:65536',
  '127.0.0.1:-1',
])('says what is wrong with %j', (text) => {
  expect(listeningAddress(text)).toEqual({ wrong: expect.stringContaining('127.0.0.1:6380') })
})
