import { type ErrorCode, errorStatus } from '@tracio/contract'
import type { FastifyError, FastifyInstance } from 'fastify'
import { ApiError, errorBody } from './api-error.ts'

/** Codes for the errors that the HTTP server itself raises, by status. */
const codeOfStatus: Readonly<Record<number, { readonly code: ErrorCode; readonly message: string }>> = {
  400: { code: 'request_malformed', message: 'The request is malformed.' },
  405: { code: 'method_not_allowed', message: 'The method is not allowed here.' },
  413: { code: 'payload_too_large', message: 'The body is too large.' },
  415: { code: 'unsupported_media_type', message: 'The content type is not understood here.' },
  429: { code: 'rate_limited', message: 'Too many requests. Try again later.' },
  503: { code: 'unavailable', message: 'The server is busy or shutting down. Try again.' },
}

/** Makes every error answer `{ ok: false, error: { code, message } }`; what is our fault is reported and not told. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | ApiError, request, reply) => {
    reply.header('cache-control', 'no-store')
    if (error instanceof ApiError) return reply.code(error.status).send(errorBody(error.code, error.message))
    const known = codeOfStatus[error.statusCode ?? 500]
    // Fastify's own validation messages name the parameter and what was expected, never a value.
    const message = error.validation ? error.message : known?.message
    if (known && message) return reply.code(errorStatus[known.code]).send(errorBody(known.code, message))
    request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed by our fault')
    return reply.code(500).send(errorBody('internal', 'Something went wrong on our side. It has been reported.'))
  })
  app.setNotFoundHandler((request, reply) => {
    reply.code(404).header('cache-control', 'no-store')
    return reply.send(errorBody('not_found', `There is nothing at ${request.method} ${pathOf(request.url)}.`))
  })
}

/** Long enough to recognise one's own mistake by. */
const PATH_LENGTH_MAX = 100

const pathOf = (url: string): string => url.split('?', 1)[0]?.slice(0, PATH_LENGTH_MAX) ?? ''
