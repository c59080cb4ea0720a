import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SETTLE_GPU } from './browsers/settle-gpu.ts'
import type { CustomerSite } from './customer-site.ts'
import type { ApiBody } from './tracio-server.ts'

/** A site whose page identifies its visitor by itself and hands the result on: nobody has to drive the browser. */
export interface ReportingSite extends CustomerSite {
  /** The next result that a page hands on. */
  told(): Promise<ApiBody>
}

/** A browser's first start can take seconds; one that has told nothing by then will tell nothing. */
const TOLD_MS_MAX = 40_000

const page = (tracioUrl: string, publicKey: string): string => `<!doctype html>
<html lang="en"><head><title>shop</title><link rel="icon" href="data:,"><script src="${tracioUrl}/agent.js?k=${publicKey}"></script></head>
<body><h1>Shop</h1><script>
addEventListener('load', async () => {
  await ${SETTLE_GPU}
  const result = await Tracio.init({ budgetMs: 2000 }).getResult({ extendedResult: true }).catch(({ code, message }) => ({ code, message }))
  await fetch('/told', { method: 'POST', body: JSON.stringify(result) })
})
</script></body></html>`

/** Serves the page on a free port of localhost. */
export async function serveReportingSite(tracioUrl: string, publicKey: string): Promise<ReportingSite> {
  const told: ApiBody[] = []
  const waiting: ((result: ApiBody) => void)[] = []
  const server = createServer(async (request, response: ServerResponse) => {
    if (request.url !== '/told') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(tracioUrl, publicKey))
      return
    }
    // Our own page sends it: the JSON of a result.
    const result = JSON.parse(Buffer.concat(await request.toArray()).toString()) as ApiBody
    response.writeHead(204).end()
    const first = waiting.shift()
    if (first) first(result)
    else told.push(result)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    told: () =>
      new Promise((resolve, reject) => {
        const kept = told.shift()
        if (kept) return resolve(kept)
        const timer = setTimeout(() => reject(new Error('The browser told nothing.')), TOLD_MS_MAX)
        waiting.push((result) => {
          clearTimeout(timer)
          resolve(result)
        })
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
