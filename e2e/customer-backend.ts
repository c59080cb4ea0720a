import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { CustomerSite } from './customer-site.ts'

/** A customer's site whose page gives what it collected to its own backend, which hands it on with an API secret. */
export async function serveBackend(
  html: string,
  tracio: { readonly url: string; readonly apiSecret: string },
): Promise<CustomerSite> {
  const handOn = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
    const { payload } = JSON.parse(await text(request))
    const response = await fetch(`${tracio.url}/api/identify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tracio.apiSecret}` },
      body: JSON.stringify({
        payload,
        ip: request.socket.remoteAddress,
        userAgent: request.headers['user-agent'],
        cookie: /(?:^|; )_tcid=([^;]+)/.exec(request.headers.cookie ?? '')?.[1],
      }),
    })
    return { status: response.status, ...(await response.json()) }
  }
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
      return
    }
    const { setCookie, ...answer } = await handOn(request)
    if (typeof setCookie === 'string') response.setHeader('set-cookie', setCookie)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
