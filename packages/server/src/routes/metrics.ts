import { hash, timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsync } from 'fastify'
import { ApiError } from '../api-error.ts'
import type { Metrics } from '../metrics/metrics.ts'

/** What the route needs. */
export interface MetricsRouteDeps {
  readonly metrics: Metrics
  /** Asked for as `Authorization: Bearer`; undefined: everybody who reaches the port may read. */
  readonly metricsToken: string | undefined
}

/** `GET /metrics`, in Prometheus' text format. */
export const metricsRoute: FastifyPluginAsync<MetricsRouteDeps> = async (app, { metrics, metricsToken }) => {
  const wanted = metricsToken === undefined ? undefined : digest(`Bearer ${metricsToken}`)
  app.get('/metrics', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    // Digests are of one length, so that the comparison's time tells nothing, not even the token's length.
    if (wanted && !timingSafeEqual(wanted, digest(request.headers.authorization ?? ''))) {
      throw new ApiError('secret_invalid', 'Send the metrics token: "Authorization: Bearer ...".')
    }
    return reply.type(metrics.contentType).send(await metrics.text())
  })
}

const digest = (text: string): Buffer => hash('sha256', text, 'buffer')
