import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { FastifyPluginAsync } from 'fastify'
import type { AppDeps } from '../app.ts'
import { defaultPaths } from '../web-paths.ts'

/** Built by `npm start`; see `scripts/build.ts`. */
const SCRIPT = new URL('../../../agent/dist/agent.js', import.meta.url)

/** An hour from the cache without asking; after that the ETag spares the bytes. */
const MAX_AGE_S = 3600

/** What a server tells its script. */
type Constants = Pick<AppDeps, 'regions' | 'paths'>

const schema = {
  tags: ['browser'],
  summary: 'The agent for a script tag',
  response: {
    200: { description: 'JavaScript.', content: { 'text/javascript': { schema: { type: 'string' } } } },
    304: { description: 'The script is the one of the `If-None-Match` header.', type: 'null' },
  },
}

/** `GET /agent.js`: the agent for a script tag. The same for everybody: `?k=` is read by the script itself. */
export const agentScriptRoute: FastifyPluginAsync<Constants> = async (app, constants) => {
  const script = withConstants(await readFile(SCRIPT, 'utf8'), constants)
  const etag = `"${hash('sha256', script, 'base64url').slice(0, 22)}"`
  app.get('/agent.js', { schema }, async (request, reply) => {
    reply.header('cache-control', `public, max-age=${MAX_AGE_S}`).header('etag', etag)
    // Included, not equal: a proxy that compresses makes the tag weak, and a cache may name several.
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
    return reply.type('text/javascript; charset=utf-8').send(script)
  })
}

/**
 * The script in a block of its own with the constants that it looks for; as it was built where it needs none. A comment on
 * its first line stays there, because browsers look for it in no other place.
 */
function withConstants(script: string, { regions, paths }: Constants): string {
  const constants = [
    ...(Object.keys(regions).length === 0 ? [] : [`TRACIO_REGIONS=${JSON.stringify(regions)}`]),
    ...(paths.api === defaultPaths.api ? [] : [`TRACIO_API=${JSON.stringify(paths.api)}`]),
  ]
  if (constants.length === 0) return script
  return `${script.replace(/^(?:\/\/.*\n)?/, (comment) => `${comment}{const ${constants.join()};`)}}`
}
