import { expect, it } from 'vitest'
import { createRespReader } from './resp-reader.ts'

const AUTH = '*2\r\n$4\r\nAUTH\r\n$5\r\nnorth\r\n'
const SELECT = '*2\r\n$6\r\nselect\r\n$1\r\n0\r\n'
const commands = [
  ['AUTH', 'north'],
  ['select', '0'],
]

it('reads commands that come together', () => {
  expect(createRespReader().read(Buffer.from(AUTH + SELECT))).toEqual(commands)
})

it('reads commands that come in any pieces', () => {
  const bytes = Buffer.from(AUTH + SELECT)
  for (const size of [1, 2, 3, 7, 20]) {
    const reader = createRespReader()
    const read = []
    for (let at = 0; at < bytes.length; at += size) read.push(...reader.read(bytes.subarray(at, at + size)))
    expect(read).toEqual(commands)
  }
})

it('reads words with anything in them, and empty ones', () => {
  expect(createRespReader().read(Buffer.from('*2\r\n$4\r\n\r\n*1\r\n$0\r\n\r\n*0\r\n'))).toEqual([['\r\n*1', ''], []])
})

it.each([
  ['a command as people type it', 'PING\r\n'],
  ['a page', 'GET / HTTP/1.1\r\n'],
  ['too many words', '*9\r\n'],
  ['a word that is too long', '*1\r\n$2049\r\n'],
  ['no word', '*1\r\n:1\r\n'],
  ['a number below zero', '*-1\r\n'],
  ['a number without an end', '*1111111'],
  ['a word without its end', '*1\r\n$1\r\nab\r\n'],
])('refuses %s', (_name, text) => {
  expect(() => createRespReader().read(Buffer.from(text))).toThrow(expect.objectContaining({ name: 'RespError' }))
})

it('keeps no more than one command that does not end', () => {
  const reader = createRespReader()
  expect(() => {
    for (let part = 0; part < 100; part++)
      reader.read(Buffer.from(part === 0 ? '*8\r\n' : `$2048\r\n${'x'.repeat(2048)}`))
  }).toThrow(expect.objectContaining({ name: 'RespError' }))
})
