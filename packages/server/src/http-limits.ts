import type { Server } from 'node:http'
import type { FastifyHttpOptions, FastifyInstance } from 'fastify'
import { ApiError } from './api-error.ts'
import type { Metrics } from './metrics/metrics.ts'

/** What a connection may cost before anything of its request is understood. */
export interface HttpLimits {
  /** Connections at once; one more is closed unread. */
  readonly connections: number
  /** All header lines of a request together, its address included. */
  readonly headerBytes: number
  /** Header lines; more are answered 431. */
  readonly headerLines: number
  readonly urlLength: number
  /** From the connection, or the end of the request before, to the last header. */
  readonly headersMs: number
  /** The same to the end of the body. */
  readonly requestMs: number
  /** A connection that asks for nothing more is closed. */
  readonly keepAliveMs: number
  /** How often the three times are looked at. */
  readonly checkMs: number
}

/**
 * Chosen by hand, November 2026. Browsers send 1 KB of headers in some 20 lines, proxies add half as much again, and our
 * longest address names an event. Phones on bad lines need seconds for a payload of 10 kB, not half minutes. A proxy must
 * close idle connections before we do, and nginx keeps them for 60 s.
 */
export const httpLimits: HttpLimits = {
  connections: 10_000,
  headerBytes: 16 * 1024,
  headerLines: 100,
  urlLength: 8 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 72_000,
  checkMs: 2000,
}

/** The limits that the HTTP server must be made with. */
export const serverOptions = (limits: HttpLimits): FastifyHttpOptions<Server> => ({
  requestTimeout: limits.requestMs,
  keepAliveTimeout: limits.keepAliveMs,
  http: {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkMs,
  },
})

/** The limits that are set on the server afterwards. */
export function keepHttpLimits(app: FastifyInstance, limits: HttpLimits, metrics: Metrics): void {
  app.server.maxConnections = limits.connections
  app.server.maxHeadersCount = limits.headerLines
  app.server.on('drop', () => metrics.connectionDropped())
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.url.length <= limits.urlLength) return done()
    done(new ApiError('request_malformed', `The address is longer than ${limits.urlLength} characters.`))
  })
}
