import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** A customer's web site: another origin than the TRACIO server. */
export interface CustomerSite {
  readonly url: string
  close(): Promise<void>
}

/** A page that loads the agent by a script tag, as the quick start shows. */
export const pageWithAgent = (tracioUrl: string, publicKey: string): string => `<!doctype html>
<html lang="en"><head><title>shop</title><script src="${tracioUrl}/agent.js?k=${publicKey}"></script></head>
<body><h1>Shop</h1></body></html>`

/** A page that imports the agent as a module of its own, as a bundled application does. */
export const pageWithModule = `<!doctype html>
<html lang="en"><head><title>shop</title>
<script type="module">import { Tracio } from '/agent.mjs'; globalThis.Tracio = Tracio</script></head>
<body><h1>Shop</h1></body></html>`

/** The agent built as a module. */
const MODULE = join(import.meta.dirname, '../packages/agent/dist/index.js')

/** Takes the visitor's cookie away, as a person does in the settings: cookies know hosts, and no ports. */
const FORGET = { 'content-type': 'text/html; charset=utf-8', 'set-cookie': '_tcid=; Max-Age=0; Path=/' }

/** Serves one page on a free port of localhost, under every path but `/agent.mjs` and `/forget`, which takes the visitor's cookie away. */
export async function serveSite(html: string): Promise<CustomerSite> {
  const server = createServer((request, response) => {
    if (request.url === '/agent.mjs') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(MODULE))
    } else if (request.url === '/forget') {
      response.writeHead(200, FORGET).end('<!doctype html><title>forgotten</title><link rel="icon" href="data:,">')
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
    }
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
