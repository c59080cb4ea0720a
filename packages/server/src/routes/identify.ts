import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ApiError } from '../api-error.ts'
import { authorise } from '../auth/api-secret.ts'
import { allows } from '../keyring.ts'
import { errorAnswers } from '../openapi/error-answers.ts'
import { nullable } from '../openapi/nullable.ts'
import { proxyHeaders } from '../proxy-headers.ts'
import { requestOrigin } from '../request-origin.ts'
import { cookieReach, setVisitorCookie, VISITOR_COOKIE } from '../visitor-cookie.ts'
import type { BrowserDeps } from './browser.ts'
import { envelopeOf, handedOn, isBackend } from './handed-on.ts'

/** Today's payload has 2 kB, the full set of signals some 10: room for growth, none for mischief. */
const BODY_BYTES_MAX = 256 * 1024

/** A cookie that a backend sets itself: on its own host, over HTTPS. */
const OWN_HOST = { reaches: true, domain: undefined }
const HTTPS = { protocol: 'https', host: '' }

/** Says what is in the body without looking at it: it is opened, not validated. */
const identifySchema = {
  tags: ['browser'],
  summary: 'Hand over what an agent read',
  body: {
    content: {
      'text/plain': { schema: { description: 'The envelope, in bytes; also under any other content type.' } },
      'application/json': {
        schema: {
          description:
            '`{ "payload": "<base64 of the envelope>" }`; from a backend, with an API secret, also `ip`, `userAgent` and `cookie`.',
        },
      },
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
    ...errorAnswers(400, 401, 403, 409, 413, 429, 503),
  },
}

/** `POST /api/identify`, also `POST /`: an agent hands over what it read and gets the browser's view of the event. */
export const identifyRoute: FastifyPluginAsync<BrowserDeps> = async (app, deps) => {
  app.removeAllContentTypeParsers()
  // Agents send text/plain, which needs no preflight. Whatever the label, the envelope says what is inside.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.errorCode !== undefined) deps.metrics.identified('refused', request.errorCode)
    done()
  })

  async function fromPage(request: FastifyRequest, reply: FastifyReply): Promise<object> {
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
        proxyHeaders: proxyHeaders(request.raw, deps.trusts),
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
    return view
  }

  /**
   * A customer's backend hands on what its page collected. The key allowed the page's origin when the session was issued;
   * the headers are the backend's and say nothing of the visitor; the cookie lives on the customer's own host.
   */
  async function fromBackend(request: FastifyRequest): Promise<object> {
    const { workspaceId } = await authorise(request, 'identify', deps)
    const { view, token, outcome } = await deps.ingest(
      {
        ...handedOn(request),
        at: deps.now(),
        origin: undefined,
        headers: {},
        proxyHeaders: undefined,
        cookiesReach: true,
      },
      {
        ...deps,
        keyNumbered: async (number) => {
          const key = await deps.keyring.numbered(number)
          if (!key || key.workspaceId === workspaceId) return key
          throw new ApiError('forbidden', 'The payload was collected for another workspace.')
        },
      },
    )
    deps.metrics.identified(outcome)
    return token === undefined ? view : { ...view, setCookie: setVisitorCookie(token, OWN_HOST, HTTPS) }
  }

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    reply.header('cache-control', 'no-store')
    return reply.send(
      await deps.load.carry(() => (isBackend(request) ? fromBackend(request) : fromPage(request, reply))),
    )
  }
  // The schema of the answer documents; what a serialiser made of it would drop keys that it does not list.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.post('/api/identify', { bodyLimit: BODY_BYTES_MAX, schema: identifySchema }, handle)
  app.post('/', { bodyLimit: BODY_BYTES_MAX }, handle)
}
