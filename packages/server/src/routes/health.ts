import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'
import { nullable } from '../openapi/nullable.ts'
import { requestOrigin } from '../request-origin.ts'
import { cookieReach, PROBE_COOKIE, setProbeCookie } from '../visitor-cookie.ts'

const schema = {
  tags: ['operation'],
  summary: 'Whether the server is there, and what becomes of its cookie',
  response: {
    200: Type.Object({
      ok: Type.Literal(true),
      data: Type.Object({
        status: Type.String(),
        cookie: Type.Object({
          name: Type.String(),
          returned: Type.Boolean({ description: 'The probe cookie of an earlier answer came back.' }),
          sameSite: Type.Boolean({ description: 'Page and server share a domain, so a cookie can be kept.' }),
          domain: nullable('string'),
        }),
      }),
    }),
  },
}

/**
 * `GET /health`, also `GET /api/health`: says that the server is there, and sets a probe cookie with the attributes
 * of the visitor cookie, so that an operator can check with curl which domain it gets and whether it comes back.
 */
export const healthRoutes: FastifyPluginAsync = async (app) => {
  for (const path of ['/health', '/api/health']) {
    app.get(path, { schema }, async (request, reply) => {
      const reach = cookieReach(requestOrigin(request.headers, request.host), request.host)
      reply.header('cache-control', 'no-store')
      if (reach.reaches) reply.header('set-cookie', setProbeCookie(reach, request))
      return {
        ok: true,
        data: {
          status: 'ok',
          cookie: {
            name: PROBE_COOKIE,
            returned: request.cookies[PROBE_COOKIE] === '1',
            sameSite: reach.reaches,
            domain: reach.domain === undefined ? null : `.${reach.domain}`,
          },
        },
      }
    })
  }
}
