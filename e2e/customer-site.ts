import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A customer's web site: another origin than the TRACIO server. */
export interface CustomerSite {
  readonly url: string
  close(): Promise<void>
}

/** A page that loads the agent by a script tag, as the quick start shows. */
export const pageWithAgent = (tracioUrl: string, publicKey: string): string => `<!doctype html>
<html lang="en"><head><title>shop</title><script src="${tracioUrl}/agent.js?k=${publicKey}"></script></head>
<body><h1>Shop</h1></body></html>`

/** Serves one page on a free port of localhost, under every path. */
export async function serveSite(html: string): Promise<CustomerSite> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
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
