import type { FastifyInstance } from 'fastify'
import Schema from 'typebox/schema'
import { expect } from 'vitest'

interface Document {
  readonly components: object
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Described>> }>>>
  >
}

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>
}

/** Holds an answer against what `/openapi.json` says of it. `operation` is a method and a path of the document. */
export async function expectDocumented(app: FastifyInstance, operation: string, response: Response): Promise<unknown> {
  const { body } = await app.inject('/openapi.json')
  const { paths, components }: Document = JSON.parse(body)
  const [method = '', path = ''] = operation.split(' ')
  const described = paths[path]?.[method.toLowerCase()]?.responses[String(response.status)]
  const schema = described?.content?.['application/json']?.schema
  if (!schema) throw new Error(`${operation} does not document ${response.status}.`)
  const answer: unknown = await response.json()
  expect(Schema.Compile({ ...schema, components }).Errors(answer)).toEqual([true, []])
  return answer
}
