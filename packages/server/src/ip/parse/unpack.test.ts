import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ListFormatError } from './list-format-error.ts'
import { unpack } from './unpack.ts'

const LIST = Buffer.from('192.0.2.1\n198.51.100.0/24\n')
const ZEROS = new Uint8Array(20_000_000)
const LIMIT = 1_000_000

const failure = (bytes: Uint8Array, bytesMax = LIMIT): ListFormatError => {
  try {
    unpack(bytes, bytesMax)
  } catch (error) {
    if (error instanceof ListFormatError) return error
    throw error
  }
  throw new Error('It was unpacked.')
}

describe('unpacks', () => {
  it.each([
    ['gzip', gzipSync(LIST)],
    ['gzip of two members', Buffer.concat([gzipSync(LIST.subarray(0, 5)), gzipSync(LIST.subarray(5))])],
    ['zip', zipSync({ 'list.txt': LIST })],
    ['zip that is not compressed', zipSync({ 'list.txt': [LIST, { level: 0 }] })],
    ['zip with a folder', zipSync({ 'folder/': new Uint8Array(), 'folder/list.txt': LIST })],
    ['nothing, when it is not packed', LIST],
  ])('%s', (_, bytes) => {
    expect(Buffer.from(unpack(bytes, LIMIT)).toString()).toBe(LIST.toString())
  })

  it('a zip of many steps', () => {
    const noise = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 251))
    expect(Buffer.from(unpack(zipSync({ 'list.txt': [noise, { level: 0 }] }), LIMIT)).equals(noise)).toBe(true)
  })

  it('exactly as much as is allowed', () => {
    expect(unpack(gzipSync(LIST), LIST.length)).toHaveLength(LIST.length)
    expect(unpack(zipSync({ 'list.txt': LIST }), LIST.length)).toHaveLength(LIST.length)
    expect(unpack(LIST, LIST.length)).toHaveLength(LIST.length)
  })
})

describe('refuses what grows too large', () => {
  it.each([
    ['gzip', gzipSync(ZEROS)],
    ['zip', zipSync({ 'list.txt': ZEROS })],
    ['not packed', ZEROS],
  ])('%s', (_, bytes) => {
    expect(failure(bytes).message).toMatch('more than the 1000000 bytes')
  })

  it('a zip that lies about its size', () => {
    const bomb = Buffer.from(zipSync({ 'list.txt': ZEROS }))
    const lie = Buffer.alloc(4)
    lie.writeUInt32LE(10)
    for (let at = bomb.indexOf(sizeOf(ZEROS)); at >= 0; at = bomb.indexOf(sizeOf(ZEROS))) lie.copy(bomb, at)
    expect(failure(bomb).message).toMatch('more than the 1000000 bytes')
  })
})

describe('refuses what is broken', () => {
  it.each([
    ['gzip cut off', gzipSync(LIST).subarray(0, 20), 'gzip, but broken or cut off'],
    ['gzip of noise', Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5]), 'gzip, but broken or cut off'],
    ['zip cut off', zipSync({ 'list.txt': LIST }).subarray(0, 45), 'zip, but'],
    ['zip of noise', Buffer.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 80 }, () => 9)]), 'zip, but'],
    ['zip of no file', zipSync({ 'folder/': new Uint8Array() }), 'zip, but empty'],
    ['zip of two files', zipSync({ 'a.txt': LIST, 'b.txt': LIST }), 'zip of several files'],
  ])('%s', (_, bytes, message) => {
    expect(failure(bytes).message).toMatch(message)
  })
})

function sizeOf(bytes: Uint8Array): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(bytes.length)
  return size
}
