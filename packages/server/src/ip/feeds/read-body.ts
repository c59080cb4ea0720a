import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { FetchFailed } from './fetch-failed.ts'

/** Reads a body, inflated where it came as gzip, and stops at the limit. Throws a `FetchFailed`, or the stream's own error. */
export async function readBody(incoming: IncomingMessage, bytesMax: number): Promise<Uint8Array> {
  const announced = Number(incoming.headers['content-length'] ?? 0)
  if (announced > bytesMax) throw tooBig(incoming, bytesMax)
  const encoding = incoming.headers['content-encoding'] ?? 'identity'
  switch (encoding) {
    case 'identity':
      return gather(incoming, incoming, bytesMax)
    case 'gzip':
    case 'x-gzip':
      return gather(inflated(incoming), incoming, bytesMax)
    default:
      incoming.destroy()
      throw new FetchFailed('encoding_broken', `It is encoded as "${encoding.slice(0, 40)}", which nobody asked for.`)
  }
}

/** Piped by hand, because the source's end before its time has to reach the reader as an error. */
function inflated(incoming: IncomingMessage): Readable {
  const gunzip = createGunzip()
  incoming.once('error', (error) => gunzip.destroy(error))
  return incoming.pipe(gunzip)
}

async function gather(stream: Readable, incoming: IncomingMessage, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of stream) {
      // Neither stream has an encoding set, so both give bytes.
      const bytes = chunk as Uint8Array
      length += bytes.length
      if (length > bytesMax) throw tooBig(incoming, bytesMax)
      chunks.push(bytes)
    }
  } catch (error) {
    incoming.destroy()
    throw broken(error)
  }
  return Buffer.concat(chunks, length)
}

function broken(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // Node's words for a sender that closes before the length that it announced, and zlib's for a stream cut short.
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'Z_BUF_ERROR') return endedEarly()
  return code.startsWith('Z_') ? new FetchFailed('encoding_broken', 'It does not unpack.') : error
}

const endedEarly = (): FetchFailed => new FetchFailed('truncated', 'It ended before its end.')

function tooBig(incoming: IncomingMessage, bytesMax: number): FetchFailed {
  incoming.destroy()
  return new FetchFailed('too_big', `It has more than ${bytesMax} bytes, as sent or as inflated.`)
}
