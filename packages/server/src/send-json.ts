import type { FastifyReply } from 'fastify'

/** Answers JSON that is serialized already. Resolves when it was sent. */
export async function sendJson(reply: FastifyReply, json: Buffer): Promise<void> {
  await reply.type('application/json; charset=utf-8').send(json)
}
