import fastify from 'fastify'
import { expect, it } from 'vitest'
import { sendJson } from './send-json.ts'

it('sends the bytes as they are, after every hook, and as JSON', async () => {
  const app = fastify()
  app.setSerializerCompiler(() => () => 'serialized again')
  app.addHook('onSend', async (_request, reply) => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    reply.header('x-hook', 'ran')
  })
  app.get('/', async (_request, reply) => sendJson(reply, Buffer.from('{"a":"é"}')))
  const { body, headers, statusCode } = await app.inject('/')
  expect([statusCode, body, headers['x-hook']]).toEqual([200, '{"a":"é"}', 'ran'])
  expect([headers['content-type'], headers['content-length']]).toEqual(['application/json; charset=utf-8', '10'])
  await app.close()
})
