import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a source does with a request. */
export type FeedAnswer = (request: IncomingMessage, response: ServerResponse) => void

/** A source of lists on the loopback, which behaves as it is told to. */
export interface FeedServer {
  readonly url: string
  /** What it answers from now on. */
  answer: FeedAnswer
  /** Every request that came, the oldest first. */
  readonly requests: IncomingMessage[]
  close(): Promise<void>
}

/** Answers with a text and its name, and with 304 to those who have it. */
export const serveText =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): FeedAnswer =>
  (request, response) => {
    const { etag } = headers
    if (etag !== undefined && request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, { 'content-type': 'text/plain', ...headers }).end(body)
  }

/** Answers with a status and no list. */
export const serveStatus =
  (status: number, headers: Readonly<Record<string, string>> = {}): FeedAnswer =>
  (_request, response) =>
    void response.writeHead(status, headers).end('no list')

/** Starts a source on a free port. */
export async function startFeedServer(answer: FeedAnswer = serveStatus(404)): Promise<FeedServer> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    feeds.answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo
  const feeds: FeedServer = {
    url: `http://127.0.0.1:${port}/list.txt`,
    answer,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return feeds
}
