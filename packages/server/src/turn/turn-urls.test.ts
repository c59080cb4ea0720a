import { expect, it } from 'vitest'
import { readTurnUrl, turnUrl } from './turn-urls.ts'

it.each([
  ['turn:turn.example.com', 'turn:turn.example.com:3478?transport=udp'],
  ['turn:turn.example.com:5000', 'turn:turn.example.com:5000?transport=udp'],
  ['turn:192.0.2.1:5000?transport=udp', 'turn:192.0.2.1:5000?transport=udp'],
  ['turn:[2001:db8::1]', 'turn:[2001:db8::1]:3478?transport=udp'],
])('makes %s whole', (text, whole) => {
  expect(readTurnUrl(text)).toBe(whole)
})

it.each([
  '',
  'turn:',
  'stun:turn.example.com',
  'turns:turn.example.com',
  'turn:turn.example.com?transport=tcp',
  'turn:turn.example.com:0',
  'turn:turn.example.com:65536',
  'turn:2001:db8::1',
  'turn://turn.example.com',
  'turn:a b',
])('does not take %j', (text) => {
  expect(readTurnUrl(text)).toBeUndefined()
})

it.each(['localhost', 'a.example', '127.0.0.1', '[::1]'])('makes an address of the host %s', (host) => {
  expect(turnUrl(host, 3478)).toBe(`turn:${host}:3478?transport=udp`)
})

it.each(['', 'a?b', 'a:1', '-', '[', 'a/b', 'a"'])('makes none of %j', (host) => {
  expect(turnUrl(host, 3478)).toBeUndefined()
})
