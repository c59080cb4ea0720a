import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** A request as the server got it. */
export interface Received {
  readonly method: string
  readonly url: string
  readonly type: string | undefined
  readonly body: Buffer
}

/** What to answer: a status and JSON, or a cut connection. */
export type Answer = { readonly status?: number; readonly json: unknown } | 'cut'

/** A real HTTP server on a free port, because a stand-in for fetch would agree with whatever we believe about it. */
export interface LocalServer {
  readonly endpoint: string
  readonly received: Received[]
  close(): Promise<void>
}

export async function localServer(
  answer: (received: Received, count: number) => Answer | Promise<Answer>,
): Promise<LocalServer> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const one = await read(request)
    const said = await answer(one, received.push(one))
    if (said === 'cut') request.socket.destroy()
    else response.writeHead(said.status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(said.json))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { endpoint: `http://127.0.0.1:${port}`, received, close }
}

const read = async (request: IncomingMessage): Promise<Received> => ({
  method: request.method ?? '',
  url: request.url ?? '',
  type: request.headers['content-type'],
  body: await buffer(request),
})

/** An answer to `GET /api/session` as the server gives it. */
export const aSession = {
  session: 'v1.abc-_9',
  key: Buffer.alloc(32, 0xfb).toString('base64url'),
  expiresAt: '2026-11-21T03:20:00.000Z',
}
