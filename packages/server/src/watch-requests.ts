import type { ErrorCode } from '@tracio/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { clientAddress } from './client-address.ts'
import type { Metrics } from './metrics/metrics.ts'
import { REQUEST_ID_HEADER } from './request-id.ts'
import type { Trusts } from './trusted-proxies.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Where it comes from, written canonically; see `client-address.ts`. `request.ip` believes what it should not. */
    address: string
    /** Code of the error that was answered; undefined: none. */
    errorCode: ErrorCode | undefined
  }
}

/** An identification takes milliseconds, and an answer after this time is one that somebody noticed. */
const SLOW_MS = 1000

/**
 * Answers that tell a flood to go away. A line for each would make a flood of the log as well; they are counted, and what
 * causes them is logged when it begins and ends.
 */
const FLOOD_CODES: ReadonlySet<ErrorCode | undefined> = new Set(['rate_limited', 'unavailable', 'storage_full'])

/** What every request has: an address and an id from its first moment, a log line and a count at its end. */
export function watchRequests(app: FastifyInstance, trusts: Trusts, metrics: Metrics): void {
  app.decorateRequest('address', '')
  app.decorateRequest('errorCode', undefined)
  app.addHook('onRequest', (request, reply, done) => {
    request.address = clientAddress(request.raw, trusts)
    reply.header(REQUEST_ID_HEADER, request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    metrics.answered(request.method, request.routeOptions.url, reply.statusCode, reply.elapsedTime)
    request.log[levelOf(request, reply)](lineOf(request, reply), 'request')
    done()
  })
}

function levelOf({ errorCode }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply): 'error' | 'info' | 'debug' {
  if (FLOOD_CODES.has(errorCode)) return 'debug'
  if (statusCode >= 500) return 'error'
  return errorCode !== undefined || elapsedTime > SLOW_MS ? 'info' : 'debug'
}

/** The route's pattern, never the address that was asked for: addresses hold ids, and what people typed. */
const lineOf = ({ method, routeOptions, errorCode }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply) => ({
  method,
  route: routeOptions.url ?? 'none',
  status: statusCode,
  ms: Math.round(elapsedTime * 10) / 10,
  ...(errorCode === undefined ? {} : { code: errorCode }),
})
