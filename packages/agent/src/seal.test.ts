import { inflateRawSync } from 'node:zlib'
import { decodeEnvelope } from '@tracio/contract'
import { describe, expect, it } from 'vitest'
import type { Global } from './global.ts'
import { seal } from './seal.ts'

const { crypto, CompressionStream, Response, Blob } = globalThis
const key = new Uint8Array(32).map((_, i) => i * 7)
const session = { session: 'abc.DEF-_1', key }
const json = JSON.stringify({ agent: '0.1.0', text: 'é 🦦 '.repeat(50) })
const all: Global = { crypto, CompressionStream, Response, Blob }

class WithoutRawFormat extends CompressionStream {
  constructor(format: CompressionFormat) {
    if (format === 'deflate-raw') throw new TypeError('unsupported format')
    super(format)
  }
}

/** Opens an envelope as the server does, and tells how it was closed. */
async function opened(bytes: Uint8Array): Promise<unknown> {
  const envelope = decodeEnvelope(bytes)
  if (!envelope) return 'no envelope'
  const { encoding, sealing, head, iv } = envelope
  let plain: Uint8Array = envelope.bytes
  if (iv) {
    const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
    const algorithm = { name: 'AES-GCM', iv: Uint8Array.from(iv), additionalData: Uint8Array.from(head) }
    plain = new Uint8Array(await crypto.subtle.decrypt(algorithm, aes, Uint8Array.from(envelope.bytes)))
  }
  const text = new TextDecoder().decode(encoding === 1 ? inflateRawSync(plain) : plain)
  return { encoding, sealing, session: envelope.session, text }
}

describe('comes open again with the same text', () => {
  it.each<[string, Global, { encoding: number; sealing: number }]>([
    ['from a browser that can do everything', all, { encoding: 1, sealing: 1 }],
    [
      'from a plain HTTP page',
      { ...all, crypto: { getRandomValues: crypto.getRandomValues } },
      { encoding: 1, sealing: 0 },
    ],
    ['from a browser without compression', { crypto }, { encoding: 0, sealing: 1 }],
    [
      'from a browser with older compression',
      { ...all, CompressionStream: WithoutRawFormat },
      { encoding: 0, sealing: 1 },
    ],
    ['from the poorest browser', {}, { encoding: 0, sealing: 0 }],
  ])('%s', async (_name, g, closed) => {
    expect(await opened(await seal(json, session, g))).toEqual({ ...closed, session: 'abc.DEF-_1', text: json })
  })
})

it('never uses one vector twice', async () => {
  const [first, second] = await Promise.all([seal(json, session, all), seal(json, session, all)])
  expect(decodeEnvelope(first)?.iv).not.toEqual(decodeEnvelope(second)?.iv)
})

it('cannot be relabelled', async () => {
  const bytes = await seal(json, session, all)
  bytes[4] = 'X'.charCodeAt(0)
  await expect(opened(bytes)).rejects.toThrow()
})

it('lets an unexpected failure through', async () => {
  class Broken extends CompressionStream {
    constructor() {
      super('deflate')
      throw new RangeError('out of memory')
    }
  }
  await expect(seal(json, session, { ...all, CompressionStream: Broken })).rejects.toThrow('out of memory')
})
