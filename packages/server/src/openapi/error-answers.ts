import { type ErrorBody, errorStatus } from '@tracio/contract'
import { Type } from 'typebox'

/** The body of every error answer. Registered once; routes refer to it. */
export const errorSchema = Type.Object(
  {
    ok: Type.Unsafe<false>({ type: 'boolean', const: false }),
    error: Type.Object({
      code: Type.Enum(Object.keys(errorStatus), { description: 'Closed list: never renamed.' }),
      message: Type.String({ description: 'For people. Says what to do; its wording may change.' }),
    }),
  },
  { $id: 'Error', description: 'An error answer.' },
)

/** What each status means, everywhere. */
const meanings = {
  400: 'A parameter or the body is malformed; the message names it.',
  401: 'The API secret or public key is missing or not valid.',
  403: 'The API secret lacks the scope or belongs to another workspace, or the origin is not allowed.',
  404: 'There is no such thing in this workspace.',
  409: 'The request is valid and cannot be carried out in the present state.',
  413: 'The body is too large.',
  422: 'The search was stopped at its time limit. Narrow the filter.',
  429: 'Too many requests.',
  503: 'Too busy, or shutting down. Try again after `Retry-After` seconds.',
} as const

/** A status that a route documents. */
export type ErrorStatus = keyof typeof meanings

/** The error answers of a route, for its `response` schemas. */
export function errorAnswers<S extends ErrorStatus>(...statuses: readonly S[]): Record<S, ReturnType<typeof answer>> {
  // Every status of the list gets its entry, and nothing else does.
  return Object.fromEntries(statuses.map((status) => [status, answer(status)])) as Record<S, ReturnType<typeof answer>>
}

const answer = (status: ErrorStatus) => Type.Unsafe<ErrorBody>({ $ref: 'Error#', description: meanings[status] })

/** What every route behind an API secret may answer. */
export const apiErrors = errorAnswers(400, 401, 403, 404, 429, 503)
