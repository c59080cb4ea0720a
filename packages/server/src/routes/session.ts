import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toRfc3339 } from '@tracio/contract'
import { Type } from 'typebox'
import { ApiError } from '../api-error.ts'
import { globalPrivacyControl, refuseOptOut } from '../global-privacy-control.ts'
import { allows } from '../keyring.ts'
import { errorAnswers } from '../openapi/error-answers.ts'
import { requestOrigin } from '../request-origin.ts'
import type { BrowserDeps } from './browser.ts'

const schema = {
  tags: ['browser'],
  summary: 'A session for one payload',
  querystring: Type.Object({
    k: Type.String({ minLength: 1, maxLength: 128, description: 'Public key of the site.' }),
    gpc: Type.Optional(Type.Literal('1', { description: 'The navigator asks for Global Privacy Control.' })),
  }),
  response: {
    200: Type.Object({
      session: Type.String({ description: 'Signed session id, good for one primary payload.' }),
      key: Type.String({ description: 'Key that seals the payload: base64url of 32 bytes.' }),
      expiresAt: Type.String({ format: 'date-time' }),
      turn: Type.Optional(
        Type.Object(
          {
            urls: Type.Union([Type.String(), Type.Array(Type.String())]),
            username: Type.String(),
            credential: Type.String(),
          },
          { description: 'A TURN server for the probe of this session, where one is set.' },
        ),
      ),
    }),
    ...errorAnswers(400, 401, 403),
  },
}

/** `GET /api/session?k=`: a session for one payload. Fetched while the sources run, so it costs the page no time. */
export const sessionRoute: FastifyPluginAsyncTypebox<BrowserDeps> = async (
  app,
  { keyring, sessions, now, ...deps },
) => {
  app.get('/api/session', { schema }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const key = await keyring.withText(request.query.k)
    if (!key) throw new ApiError('key_unknown', 'There is no such public key.')
    const origin = requestOrigin(request.headers, request.host)
    if (!allows(key, origin)) {
      reply.removeHeader('access-control-allow-origin')
      throw new ApiError('origin_not_allowed', 'The public key may not be used from this origin.')
    }
    await deps.limits.byKey(request, key.number)
    refuseOptOut(key, globalPrivacyControl(request.headers['sec-gpc'], request.query.gpc === '1' || undefined))
    const issued = await sessions.issue(key.number, origin, now())
    deps.metrics.sessionIssued()
    const turn = deps.offerTurn?.({ ...issued, hostname: request.hostname })
    return { ...issued, expiresAt: toRfc3339(issued.expiresAt), ...(turn ? { turn } : {}) }
  })
}
