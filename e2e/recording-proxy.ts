import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy in front of a server that keeps what was posted, byte for byte: a thief on the wire, or a clumsy network. */
export interface RecordingProxy {
  readonly url: string
  /** Bodies posted to `/api/identify`, oldest first. */
  readonly posted: Buffer<ArrayBuffer>[]
  close(): Promise<void>
}

/** Listens on a free port of localhost and passes everything on as it came. */
export async function recordInFrontOf(target: string): Promise<RecordingProxy> {
  const { hostname, port } = new URL(target)
  const posted: Buffer<ArrayBuffer>[] = []
  const server = createServer(async (incoming, outgoing) => {
    // A page that is left takes its late payload's connection with it, and a server that stops the other end of it.
    const end = (): void => void outgoing.destroy()
    const chunks: Uint8Array[] = []
    try {
      for await (const chunk of incoming) chunks.push(chunk)
    } catch {
      return end()
    }
    const body = Buffer.concat(chunks)
    const { url: path = '/', method = 'GET', headers } = incoming
    if (method === 'POST' && path.startsWith('/api/identify')) posted.push(body)
    const onward = request({ hostname, port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', end).pipe(outgoing)
    })
    onward.on('error', end).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const address = server.address() as AddressInfo
  return {
    url: `http://localhost:${address.port}`,
    posted,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
