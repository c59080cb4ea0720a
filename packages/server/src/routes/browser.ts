import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'
import type { AppDeps } from '../app.ts'
import type { RateLimits } from '../rate-limits.ts'
import { requestOrigin } from '../request-origin.ts'
import type { Trusts } from '../trusted-proxies.ts'
import type { Load } from '../watch-load.ts'
import { agentScriptRoute } from './agent-script.ts'
import { isBackend } from './handed-on.ts'
import { healthRoutes } from './health.ts'
import { identifyRoute } from './identify.ts'
import { sessionRoute } from './session.ts'

/** What the routes of browsers need beyond what all routes do. */
export interface BrowserDeps extends AppDeps {
  readonly limits: RateLimits
  readonly load: Load
  readonly trusts: Trusts
}

/** A day: browsers ask again after two hours at the latest, whatever we say. */
const PREFLIGHT_MAX_AGE_S = 86_400

/** The routes that pages of any origin call. Only these speak CORS: the backend's API is not for pages. */
export async function browserRoutes(app: FastifyInstance, deps: BrowserDeps): Promise<void> {
  await app.register(cors, {
    delegator: (request, callback) => {
      const { origin } = request.headers
      const options = {
        // Raw OPTIONS requests, as monitoring and curl send them, are answered like preflights.
        strictPreflight: false,
        credentials: true,
        methods: ['GET', 'POST', 'OPTIONS'],
        allowedHeaders: ['Content-Type', 'Authorization'],
        exposedHeaders: ['X-Request-Id', 'Retry-After'],
        maxAge: PREFLIGHT_MAX_AGE_S,
      }
      if (origin === undefined) return callback(null, { ...options, origin: true })
      deps.keyring.allowsAnywhere(requestOrigin(request.headers, request.host)).then(
        (allowed) => callback(null, { ...options, origin: allowed ? origin : false }),
        (error: Error) => callback(error, options),
      )
    },
  })
  await app.register(cookie)
  // After CORS, so that a page can read why it is turned away, and so that preflights are not counted.
  await app.register(async (limited) => {
    limited.addHook('onRequest', async (request) => {
      deps.load.admit()
      // A backend speaks for many visitors; its secret has a rate of its own.
      if (request.method !== 'POST' || !isBackend(request)) await deps.limits.byAddress(request)
    })
    await limited.register(sessionRoute, deps)
    await limited.register(identifyRoute, deps)
  })
  await app.register(healthRoutes, deps)
  await app.register(agentScriptRoute, deps)
}
