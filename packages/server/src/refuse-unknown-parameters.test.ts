import { fastify } from 'fastify'
import { expect, it } from 'vitest'
import { answerErrors } from './answer-errors.ts'
import { refuseUnknownParameters } from './refuse-unknown-parameters.ts'

const app = fastify()
answerErrors(app)
app.addHook('preValidation', refuseUnknownParameters)
const querystring = { type: 'object', properties: { ip: { type: 'string' } }, additionalProperties: false }
app.get('/some', { schema: { querystring } }, () => 'fine')
app.get('/none', () => 'fine')

it.each([
  ['/some?ip=1', 200, 'fine'],
  ['/none', 200, 'fine'],
  ['/some?ip=1&pi=1', 400, 'no parameter \\"pi\\" here. This takes ip.'],
  ['/none?a=1&b=2', 400, 'no parameter \\"a\\", \\"b\\" here. This takes no parameters.'],
])('%s is answered %i', async (url, status, text) => {
  const { statusCode, body } = await app.inject(url)
  expect([statusCode, body]).toEqual([status, expect.stringContaining(text)])
})
