import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'
import { errorBody } from '../api-error.ts'
import { errorAnswers } from '../openapi/error-answers.ts'
import { nullable } from '../openapi/nullable.ts'
import type { Operation } from '../operation.ts'
import { troubleWords } from '../ports/storage-failure.ts'
import { requestOrigin } from '../request-origin.ts'
import { cookieReach, PROBE_COOKIE, setProbeCookie } from '../visitor-cookie.ts'
import type { Load } from '../watch-load.ts'

/** What the routes need. */
export interface HealthDeps extends Pick<Operation, 'room' | 'whenFull'> {
  readonly load: Pick<Load, 'overload'>
}

const data = Type.Object({
  status: Type.Enum(['ok', 'degraded', 'unavailable']),
  checks: Type.Object({ storage: Type.String(), load: Type.Enum(['ok', 'overloaded']) }),
  cookie: Type.Object({
    name: Type.String(),
    returned: Type.Boolean({ description: 'The probe cookie of an earlier answer came back.' }),
    sameSite: Type.Boolean({ description: 'Page and server share a domain, so a cookie can be kept.' }),
    domain: nullable('string'),
  }),
})

const schema = {
  tags: ['operation'],
  summary: 'Whether the server is there, and what becomes of its cookie',
  response: { 200: Type.Object({ ok: Type.Literal(true), data }), ...errorAnswers(503) },
}

/**
 * `GET /health`, also `GET /api/health`: how the server fares, and a probe cookie with the attributes of the visitor
 * cookie, so that an operator can check with curl which domain it gets and whether it comes back. 503 says that visits are
 * refused until somebody does something; an overload passes by itself, and taking a busy server away helps no other.
 */
export const healthRoutes: FastifyPluginAsync<HealthDeps> = async (app, { room, whenFull, load }) => {
  // The schema of the answer documents; what a serialiser made of it would drop keys that it does not list.
  app.setSerializerCompiler(() => (body) => JSON.stringify(body))
  for (const path of ['/health', '/api/health']) {
    app.get(path, { schema }, async (request, reply) => {
      const reach = cookieReach(requestOrigin(request.headers, request.host), request.host)
      reply.header('cache-control', 'no-store')
      if (reach.reaches) reply.header('set-cookie', setProbeCookie(reach, request))
      const storage = room.condition()
      const overloaded = load.overload() !== undefined
      const refuses = storage !== 'fine' && whenFull === 'refuse'
      const data = {
        status: refuses ? 'unavailable' : storage !== 'fine' || overloaded ? 'degraded' : 'ok',
        checks: { storage: storage === 'fine' ? 'ok' : storage, load: overloaded ? 'overloaded' : 'ok' },
        cookie: {
          name: PROBE_COOKIE,
          returned: request.cookies[PROBE_COOKIE] === '1',
          sameSite: reach.reaches,
          domain: reach.domain === undefined ? null : `.${reach.domain}`,
        },
      }
      if (!refuses) return { ok: true, data }
      const code = storage === 'full' ? 'storage_full' : 'unavailable'
      // An error like every other, with the same data beside it.
      const body = { ...errorBody(code, troubleWords[storage]), data }
      return reply.code(503).send(body)
    })
  }
}
