import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { WorkspaceId } from '@tracio/contract'
import { build } from 'esbuild'
import type { CustomerSite } from '../../e2e/customer-site.ts'
import { openDirectory } from '../../e2e/tracio-directory.ts'
import { startTracio } from '../../e2e/tracio-server.ts'
import type { Contestant } from './contestant.ts'

/** The page of each contestant, on a server of its own beside a real TRACIO server. */
export interface BenchSite extends CustomerSite {
  pageOf(contestant: Contestant): string
  /** Of the scripts, as a server sends them. */
  readonly gzipBytes: Readonly<Record<Contestant['name'], number>>
}

const ENTRY = `export { load as loadFingerprint } from '@fingerprintjs/fingerprintjs'
export { load as loadBotd } from '@fingerprintjs/botd'`

const AGENT = join(import.meta.dirname, '../../packages/agent/dist/agent.js')

/** Pages differ in their script alone. Text, a form and a list, because an empty page lays out in no time. */
const page = (script: string): string => `<!doctype html>
<html lang="en"><head><title>shop</title><link rel="icon" href="data:,"><script src="${script}"></script></head>
<body><h1>Shop</h1><form><label>Name <input name="name"></label><button>Buy</button></form>
<ul>${'<li>A thing that one can buy</li>'.repeat(50)}</ul></body></html>`

/** Starts both servers. The agent's key is answered in full, so that every reading and its time can be read. */
export async function openBenchSite(): Promise<BenchSite> {
  const peersScript = await bundledPeers()
  const tracio = await startTracio()
  const behind = openDirectory(tracio)
  await behind.directory.updatePublicKey(tracio.workspaceId as WorkspaceId, tracio.publicKey, { answerLevel: 'full' })
  behind.close()
  const pages: Readonly<Record<string, string>> = {
    '/ours': page(`${tracio.url}/agent.js?k=${tracio.publicKey}`),
    '/peers': page('/peers.js'),
  }
  const server = createServer(({ url = '/' }, response) => {
    const html = pages[url]
    if (html) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
    else if (url === '/peers.js') {
      response
        .writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=3600' })
        .end(peersScript)
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  const url = `http://localhost:${port}`
  return {
    url,
    pageOf: ({ name }) => `${url}/${name}`,
    gzipBytes: { ours: zipped(readFileSync(AGENT)), peers: zipped(peersScript) },
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await tracio.dispose()
    },
  }
}

const zipped = (script: string | Uint8Array): number => gzipSync(script, { level: 9 }).length

/** Both packages in one script, bundled as our own. */
async function bundledPeers(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'Peers',
    target: 'es2020',
    legalComments: 'none',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
