import type { FastifyInstance } from 'fastify'
import type { AppDeps } from '../app.ts'
import { refuseUnknownParameters } from '../refuse-unknown-parameters.ts'
import { eventRoutes } from './events.ts'
import { explainRoutes } from './explain.ts'
import { feedsRoute } from './feeds.ts'
import { searchRoute } from './search.ts'
import { statisticsRoute } from './statistics.ts'
import { visitorRoutes } from './visitors.ts'

/** The routes of the operator's backend, behind an API secret. */
export async function apiRoutes(app: FastifyInstance, deps: AppDeps): Promise<void> {
  // Schemas of answers document; what a serialiser made of them would drop keys that they do not list.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  app.addHook('preValidation', refuseUnknownParameters)
  await app.register(eventRoutes, deps)
  await app.register(searchRoute, deps)
  await app.register(explainRoutes, deps)
  await app.register(visitorRoutes, deps)
  await app.register(statisticsRoute, deps)
  await app.register(feedsRoute, deps)
}
