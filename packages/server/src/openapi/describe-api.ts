import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { errorSchema } from './error-answers.ts'
import { flatEventSchema } from './flat-event-schema.ts'
import { productsSchema } from './products-schema.ts'

const DESCRIPTION = `Reads what TRACIO knows of events and visitors.

Send an API secret: \`Authorization: Bearer tracio_sk_...\`. Every answer is JSON; errors are
\`{ "ok": false, "error": { "code", "message" } }\`. Times are RFC 3339 in UTC.`

/** Gathers the schemas of all routes that are registered after it, and serves them as OpenAPI 3.1. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  for (const schema of [errorSchema, flatEventSchema, productsSchema]) app.addSchema(schema)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'TRACIO', version: '1', description: DESCRIPTION, license: { name: 'MIT', identifier: 'MIT' } },
      tags: [
        { name: 'events', description: 'Single events, and searches.' },
        { name: 'visitors', description: 'Visitors, their history, their erasure.' },
        { name: 'statistics', description: 'Counts.' },
        { name: 'lists', description: 'What public lists know of addresses.' },
        { name: 'browser', description: 'What the agent in a page calls.' },
        { name: 'operation', description: 'For whoever runs the server.' },
      ],
      components: {
        securitySchemes: {
          apiSecret: { type: 'http', scheme: 'bearer', description: 'An API secret: `tracio_sk_...`.' },
        },
      },
    },
    // Pages of the demo and aliases have no tag.
    hideUntagged: true,
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, index) => String(schema['$id'] ?? `schema${index}`),
    },
  })
  let text: string | undefined
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    // Routes cannot change any more once the server listens.
    text ??= JSON.stringify(app.swagger())
    return reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(text)
  })
}

/** What a route behind an API secret says of itself. */
export const behindSecret = (
  tag: 'events' | 'visitors' | 'statistics' | 'lists',
  summary: string,
  description = '',
) => ({
  tags: [tag],
  summary,
  ...(description === '' ? {} : { description }),
  security: [{ apiSecret: [] }],
})
