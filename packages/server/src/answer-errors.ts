import { type ErrorCode, errorStatus } from '@tracio/contract'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { ApiError, errorBody } from './api-error.ts'
import { StorageFailure } from './ports/storage-failure.ts'

/** Codes for the errors that the HTTP server itself raises, by status. */
const codeOfStatus: Readonly<Record<number, { readonly code: ErrorCode; readonly message: string }>> = {
  400: { code: 'request_malformed', message: 'The request is malformed.' },
  405: { code: 'method_not_allowed', message: 'The method is not allowed here.' },
  413: { code: 'payload_too_large', message: 'The body is too large.' },
  415: { code: 'unsupported_media_type', message: 'The content type is not understood here.' },
  429: { code: 'rate_limited', message: 'Too many requests. Try again later.' },
  503: { code: 'unavailable', message: 'The server is busy or shutting down. Try again.' },
}

/** A restart and a passing overload are over within a second or two. Chosen by hand, November 2026. */
const BUSY_RETRY_S = 1

/** A disk is not made room on within seconds, and asking costs little. Chosen by hand, November 2026. */
const STORAGE_RETRY_S = 30

/** Makes every error answer `{ ok: false, error: { code, message } }`; what is our fault is reported and not told. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | ApiError | StorageFailure, request, reply) => {
    reply.header('cache-control', 'no-store')
    const refuse = (code: ErrorCode, message: string, retryAfterS?: number): FastifyReply => {
      request.errorCode = code
      if (retryAfterS !== undefined) reply.header('retry-after', retryAfterS)
      return reply.code(errorStatus[code]).send(errorBody(code, message))
    }
    if (error instanceof ApiError) return refuse(error.code, error.message, error.retryAfterS)
    if (error instanceof StorageFailure) return refuse(...refusalOf(error), STORAGE_RETRY_S)
    const known = codeOfStatus[error.statusCode ?? 500]
    // Fastify's own validation messages name the parameter and what was expected, never a value.
    const message = error.validation ? error.message : known?.message
    if (known && message) return refuse(known.code, message, known.code === 'unavailable' ? BUSY_RETRY_S : undefined)
    request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed by our fault')
    return refuse('internal', 'Something went wrong on our side. It has been reported.')
  })
  app.setNotFoundHandler((request, reply) => {
    request.errorCode = 'not_found'
    reply.code(404).header('cache-control', 'no-store')
    return reply.send(errorBody('not_found', `There is nothing at ${request.method} ${pathOf(request.url)}.`))
  })
}

/** What the caller hears of a store that cannot be written. Its causes are in our log. */
function refusalOf({ trouble }: StorageFailure): [ErrorCode, string] {
  return trouble === 'full'
    ? ['storage_full', 'The server has no room to keep anything. Nothing was stored. Try again later.']
    : ['unavailable', 'The server cannot store anything now. Nothing was stored. Try again later.']
}

/** Long enough to recognise one's own mistake by. */
const PATH_LENGTH_MAX = 100

const pathOf = (url: string): string => url.split('?', 1)[0]?.slice(0, PATH_LENGTH_MAX) ?? ''
