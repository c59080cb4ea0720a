import { type FastifyInstance, fastify } from 'fastify'
import { answerErrors } from '../answer-errors.ts'
import { httpLimits, keepHttpLimits, serverOptions } from '../http-limits.ts'
import { type MetricsRouteDeps, metricsRoute } from '../routes/metrics.ts'

/** Scrapers are one or two, and each keeps one connection. */
const CONNECTIONS_MAX = 50

/** A server of its own for `/metrics`, so that the port for visitors need not have it. */
export async function serveMetrics(
  deps: MetricsRouteDeps,
  where: { readonly host: string; readonly port: number },
): Promise<FastifyInstance> {
  const limits = { ...httpLimits, connections: CONNECTIONS_MAX }
  const app = fastify({ ...serverOptions(limits), forceCloseConnections: true, bodyLimit: 1024 })
  app.decorateRequest('errorCode', undefined)
  answerErrors(app)
  keepHttpLimits(app, limits, deps.metrics)
  await app.register(metricsRoute, deps)
  await app.listen({ ...where })
  return app
}
