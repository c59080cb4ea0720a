import { fastify } from 'fastify'
import { expect, it } from 'vitest'
import { answerErrors } from '../answer-errors.ts'
import type { Answered } from '../ports/event-search.ts'
import { foundOrRefused } from './found-or-refused.ts'

const answers: Readonly<Record<string, Answered<object>>> = {
  '/found': { found: { here: true } },
  '/slow': { refused: 'too_slow' },
  '/busy': { refused: 'busy' },
}
const app = fastify()
answerErrors(app)
for (const [path, answer] of Object.entries(answers)) app.get(path, (_request, reply) => foundOrRefused(answer, reply))

it.each([
  ['/found', 200, undefined, { here: true }],
  ['/slow', 422, undefined, { error: { code: 'query_too_slow', message: expect.stringContaining('from') } }],
  ['/busy', 503, '1', { error: { code: 'unavailable' } }],
])('%s is answered %i', async (path, status, retryAfter, body) => {
  const response = await app.inject(path)
  expect([response.statusCode, response.headers['retry-after']]).toEqual([status, retryAfter])
  expect(response.json()).toMatchObject(body)
})
