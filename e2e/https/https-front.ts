import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Server, Socket } from 'node:net'
import type { Certificates } from './certificates.ts'

/** An HTTPS world of its own: some hosts show pages, the others are a reverse proxy in front of TRACIO. */
export interface HttpsFront {
  /** Where browsers find every host, as `host:port` of an HTTP proxy. It leads nowhere else. */
  readonly proxy: string
  /** Where clients that resolve names themselves find every host. */
  readonly port: number
  close(): Promise<void>
}

/** What the front serves. */
export interface HttpsWorld {
  readonly certificates: Certificates
  /** HTML by host; what is not here is handed on to the server. */
  readonly pages: Readonly<Record<string, (path: string) => string>>
  /** The TRACIO server, which must trust 127.0.0.1 as a proxy. */
  readonly tracioUrl: string
}

/** Starts the front on free ports of 127.0.0.1. */
export async function startHttpsFront({ certificates, pages, tracioUrl }: HttpsWorld): Promise<HttpsFront> {
  const { key, cert } = certificates
  const front = createTlsServer({ key, cert }, (incoming, outgoing) => {
    const html = pages[incoming.headers.host ?? '']?.(incoming.url ?? '/')
    if (html === undefined) return handOn(incoming, outgoing, tracioUrl)
    outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
  })
  const proxy = createServer((_request, response) => response.writeHead(403).end())
  const sockets = new Set<Socket>()
  proxy.on('connect', (asked: IncomingMessage, socket: Socket) => {
    sockets.add(socket.once('close', () => sockets.delete(socket)))
    // A browser that closes while it is answered is no failure of ours.
    socket.on('error', () => socket.destroy())
    if (!/\.test:443$/.test(asked.url ?? '')) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    front.emit('connection', socket)
  })
  const [proxyPort, port] = await Promise.all([listen(proxy), listen(front)])
  return {
    proxy: `127.0.0.1:${proxyPort}`,
    port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      for (const server of [front, proxy]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}

/** As the manual asks of a reverse proxy: the host as it came, and where the request came from. */
function handOn(incoming: IncomingMessage, outgoing: ServerResponse, target: string): void {
  const { hostname, port } = new URL(target)
  const headers = {
    ...incoming.headers,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': incoming.headers.host ?? '',
    'x-forwarded-for': incoming.socket.remoteAddress ?? '127.0.0.1',
  }
  const onward = request({ hostname, port, path: incoming.url, method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return port
}
