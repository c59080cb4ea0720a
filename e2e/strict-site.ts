import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CustomerSite } from './customer-site.ts'

/** A page of a site that hands everything else on to the TRACIO server, as a customer's reverse proxy does. */
export interface StrictPage {
  readonly html: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The site, on localhost and, for browsers that use it as their HTTP proxy, under every other name. */
export interface StrictSite extends CustomerSite {
  /** `host:port` of the proxy. */
  readonly proxy: string
}

/** Serves pages by path on a free port. */
export async function serveStrictSite(
  pages: Readonly<Record<string, StrictPage>>,
  tracioUrl: string,
): Promise<StrictSite> {
  const server = createServer((incoming, outgoing) => {
    // A proxy is asked by the whole address.
    const { pathname, search } = new URL(incoming.url ?? '/', 'http://localhost')
    const page = pages[pathname]
    if (page) {
      outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html)
      return
    }
    if (pathname === '/favicon.ico') {
      outgoing.writeHead(204).end()
      return
    }
    const { method, headers } = incoming
    const onward = request(tracioUrl, { path: pathname + search, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    proxy: `127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
