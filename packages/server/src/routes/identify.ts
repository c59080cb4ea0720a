import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ApiError } from '../api-error.ts'
import type { AppDeps } from '../app.ts'
import { allows } from '../keyring.ts'
import { errorAnswers } from '../openapi/error-answers.ts'
import { nullable } from '../openapi/nullable.ts'
import { requestOrigin } from '../request-origin.ts'
import { cookieReach, setVisitorCookie, VISITOR_COOKIE } from '../visitor-cookie.ts'

/** Today's payload has 2 kB, the full set of signals some 10: room for growth, none for mischief. */
const BODY_BYTES_MAX = 256 * 1024

/** Says what is in the body without looking at it: it is opened, not validated. */
const identifySchema = {
  tags: ['browser'],
  summary: 'Hand over what an agent read',
  body: {
    content: {
      'text/plain': { schema: { description: 'The envelope, in bytes; also under any other content type.' } },
      'application/json': { schema: { description: '`{ "payload": "<base64 of the envelope>" }`' } },
    },
  },
  response: {
    200: Type.Object({
      requestId: Type.String(),
      visitorId: nullable('string'),
      confidence: Type.Optional(
        Type.Number({ description: 'Answer levels `verdict` and `full`, as all that follows.' }),
      ),
      visitorFound: Type.Optional(Type.Boolean()),
      bot: Type.Optional(Type.Object({ result: Type.String(), type: Type.String(), score: Type.Number() })),
      products: Type.Optional(Type.Object({}, { description: 'As in the event by product; on request.' })),
    }),
    ...errorAnswers(400, 401, 403, 413, 503),
  },
}

/** `POST /api/identify`, also `POST /`: an agent hands over what it read and gets the browser's view of the event. */
export const identifyRoute: FastifyPluginAsync<AppDeps> = async (app, deps) => {
  app.removeAllContentTypeParsers()
  // Agents send text/plain, which needs no preflight. Whatever the label, the envelope says what is inside.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    reply.header('cache-control', 'no-store')
    const { headers, host } = request
    const origin = requestOrigin(headers, host)
    const reach = cookieReach(origin, host)
    const { view, token } = await deps.ingest(
      {
        body: envelopeOf(request),
        at: deps.now(),
        ip: request.ip,
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
          if (!key || allows(key, origin)) return key
          reply.removeHeader('access-control-allow-origin')
          throw new ApiError('origin_not_allowed', 'The public key may not be used from this origin.')
        },
      },
    )
    if (token !== undefined) reply.header('set-cookie', setVisitorCookie(token, reach, request))
    return reply.send(view)
  }
  // The schema of the answer documents; what a serialiser made of it would drop keys that it does not list.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.post('/api/identify', { bodyLimit: BODY_BYTES_MAX, schema: identifySchema }, handle)
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
