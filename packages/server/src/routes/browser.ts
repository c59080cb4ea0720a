import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'
import type { AppDeps } from '../app.ts'
import { requestOrigin } from '../request-origin.ts'
import { agentScriptRoute } from './agent-script.ts'
import { healthRoutes } from './health.ts'
import { identifyRoute } from './identify.ts'
import { sessionRoute } from './session.ts'

/** A day: browsers ask again after two hours at the latest, whatever we say. */
const PREFLIGHT_MAX_AGE_S = 86_400

/** The routes that pages of any origin call. Only these speak CORS: the backend's API is not for pages. */
export async function browserRoutes(app: FastifyInstance, deps: AppDeps): Promise<void> {
  await app.register(cors, {
    delegator: (request, callback) => {
      const { origin } = request.headers
      const options = {
        // Raw OPTIONS requests, as monitoring and curl send them, are answered like preflights.
        strictPreflight: false,
        credentials: true,
        methods: ['GET', 'POST', 'OPTIONS'],
        allowedHeaders: ['Content-Type', 'Authorization'],
        maxAge: PREFLIGHT_MAX_AGE_S,
      }
      if (origin === undefined) return callback(null, { ...options, origin: true })
      deps.keyring.allowsAnywhere(requestOrigin(request.headers, request.headers.host ?? '')).then(
        (allowed) => callback(null, { ...options, origin: allowed ? origin : false }),
        (error: Error) => callback(error, options),
      )
    },
  })
  await app.register(cookie)
  await app.register(sessionRoute, deps)
  await app.register(identifyRoute, deps)
  await app.register(healthRoutes)
  await app.register(agentScriptRoute, deps)
}
