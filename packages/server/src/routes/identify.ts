import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../api-error.ts'
import { allows } from '../keyring.ts'
import { requestOrigin } from '../request-origin.ts'
import { cookieReach, setVisitorCookie, VISITOR_COOKIE } from '../visitor-cookie.ts'
import type { BrowserDeps } from './browser.ts'

/** Today's payload has 2 kB, the full set of signals some 10: room for growth, none for mischief. */
const BODY_BYTES_MAX = 256 * 1024

/** `POST /api/identify`, also `POST /`: an agent hands over what it read and gets the browser's view of the event. */
export const identifyRoute: FastifyPluginAsync<BrowserDeps> = async (app, deps) => {
  app.removeAllContentTypeParsers()
  // Agents send text/plain, which needs no preflight. Whatever the label, the envelope says what is inside.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.errorCode !== undefined) deps.metrics.identified('refused', request.errorCode)
    done()
  })
  const handle = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    deps.load.carry(() => identified(request, reply))
  const identified = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    reply.header('cache-control', 'no-store')
    const { headers, host } = request
    const origin = requestOrigin(headers, host)
    const reach = cookieReach(origin, host)
    const { view, token, outcome } = await deps.ingest(
      {
        body: envelopeOf(request),
        at: deps.now(),
        ip: request.address,
        origin,
        userAgent: headers['user-agent'] ?? '',
        headers,
        cookie: request.cookies[VISITOR_COOKIE],
        cookiesReach: reach.reaches,
      },
      {
        ...deps,
        keyNumbered: async (number) => {
          const key = await deps.keyring.numbered(number)
          if (key && !allows(key, origin)) {
            reply.removeHeader('access-control-allow-origin')
            throw new ApiError('origin_not_allowed', 'The public key may not be used from this origin.')
          }
          if (key) await deps.limits.byKey(request, key.number)
          return key
        },
      },
    )
    deps.metrics.identified(outcome)
    if (token !== undefined) reply.header('set-cookie', setVisitorCookie(token, reach, request))
    return reply.send(view)
  }
  app.post('/api/identify', { bodyLimit: BODY_BYTES_MAX }, handle)
  app.post('/', { bodyLimit: BODY_BYTES_MAX }, handle)
}

/** The envelope's bytes: the body itself, or, in a JSON request, `{ "payload": base64 }`. */
function envelopeOf({ body, headers }: FastifyRequest): Buffer {
  if (!Buffer.isBuffer(body)) throw new ApiError('payload_malformed', 'The request has no body.')
  if (!headers['content-type']?.startsWith('application/json')) return body
  const payload = jsonPayload(body.toString('utf8'))
  if (payload === undefined) {
    throw new ApiError('payload_malformed', 'A JSON request must be { "payload": "<base64 of the envelope>" }.')
  }
  return Buffer.from(payload, 'base64url')
}

function jsonPayload(text: string): string | undefined {
  try {
    const { payload } = JSON.parse(text) ?? {}
    return typeof payload === 'string' ? payload : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return
    throw error
  }
}
