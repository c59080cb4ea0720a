import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../../test/running-app.ts'
import { contents } from '../manual/contents.ts'

/** Routes that the document leaves out, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'GET /openapi.json': 'is the document',
  'OPTIONS *': 'answers preflights',
  'POST /': 'is another name of /api/identify',
  'GET /': 'leads to the demo',
  'GET /demo': 'is a page',
  'GET /demo/demo.css': 'belongs to a page',
  'GET /demo/icon.svg': 'belongs to a page',
  'GET /demo/demo.js': 'belongs to a page',
  'POST /demo/forget': 'belongs to a page',
  'GET /docs/manual.css': 'belongs to a page',
  'GET /docs/icon.svg': 'belongs to a page',
  ...Object.fromEntries(
    contents.map(([page]) => [page === 'index' ? 'GET /docs' : `GET /docs/${page}`, 'is a page of the manual']),
  ),
}

interface Operation {
  readonly summary?: string
  readonly security?: readonly object[]
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> }>
  >
  readonly parameters?: readonly { readonly name: string; readonly description?: string }[]
}
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } & Record<
  string,
  unknown
>

let server: RunningApp
let document: Document
const routes: string[] = []
beforeAll(async () => {
  server = await runApp({
    demo: true,
    onRoute: ({ method, url }) => {
      if (method !== 'HEAD') routes.push(`${String(method)} ${url}`)
    },
  })
  document = (await (await fetch(`${server.url}/openapi.json`)).json()) as Document
})
afterAll(() => server.app.close())

const operations = (): [string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]): [string, Operation] => [`${method.toUpperCase()} ${path}`, one]),
  )

it('is OpenAPI 3.1, by the specification’s own schema', async () => {
  const { valid, errors } = await new Validator().validate(document)
  expect([document['openapi'], valid, errors]).toEqual(['3.1.0', true, undefined])
})

it('has every route of the server but those with a reason', () => {
  const documented = operations().map(([name]) => name.replace(/\{(\w+)\}/g, ':$1'))
  expect(routes.filter((route) => !(route in EXCEPTIONS)).sort()).toEqual(documented.sort())
  expect(Object.keys(EXCEPTIONS).filter((route) => !routes.includes(route))).toEqual([])
})

it('says of every route what it is for, and of every parameter what it means', () => {
  const unclear = operations().filter(([, { summary }]) => summary === undefined || summary === '')
  const unexplained = operations().flatMap(([name, { parameters = [] }]) =>
    parameters.filter(({ description }) => !description).map((parameter) => `${name} ${parameter.name}`),
  )
  expect([unclear, unexplained]).toEqual([[], []])
})

it('asks for a secret on every route of the API, and on no other', () => {
  const wrong = operations().filter(([name, { security }]) => name.includes('/api/v1/') !== (security !== undefined))
  expect(wrong.map(([name]) => name)).toEqual([])
})

it('describes every answer, and every error by the one body', () => {
  for (const [name, { responses }] of operations()) {
    const errors = Object.entries(responses).filter(([status]) => Number(status) >= 400)
    const bodies = errors.map(([, { content }]) => content?.['application/json']?.schema)
    expect([name, ...bodies]).toEqual([name, ...errors.map(() => ({ $ref: '#/components/schemas/Error' }))])
    expect(Object.keys(responses)).toContain('200')
  }
})
