import { hash } from 'node:crypto'
import { isIP } from 'node:net'
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from './api-error.ts'
import { canonicalAddress } from './canonical-address.ts'
import type { Metrics, RateKind } from './metrics/metrics.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What the limiter that is asked next counts by. */
    rateName: string
  }
}

/** Requests a minute; 0: as many as come. */
export interface Rates {
  /** Of one address, or of one /64 of IPv6, which is what one customer of a provider has. */
  readonly perAddress: number
  /** With one public key. */
  readonly perKey: number
  /** With one API secret. */
  readonly perSecret: number
}

/** Asks whether a request is within its rates. Each rejects with an `ApiError` when it is not. */
export interface RateLimits {
  byAddress(request: FastifyRequest): Promise<void>
  byKey(request: FastifyRequest, keyNumber: number): Promise<void>
  bySecret(request: FastifyRequest): Promise<void>
}

const WINDOW_MS = 60_000

/**
 * Names that each limiter remembers, the least recently seen forgotten first: some 10 MB. Who has more addresses than
 * that is not stopped by counting them. Chosen by hand, November 2026.
 */
export const RATE_NAMES_MAX = 50_000

const IPV6_PREFIX = 64

/** What could be a secret. All else is refused without a look into the store. */
const SECRET = /^Bearer (\S{1,128})$/

/** Limiters that count in this process's memory. */
export async function createRateLimits(app: FastifyInstance, rates: Rates, metrics: Metrics): Promise<RateLimits> {
  await app.register(rateLimit, { global: false })
  app.decorateRequest('rateName', '')
  let warned = false

  function limiter(by: RateKind, max: number): (request: FastifyRequest, name: string) => Promise<void> {
    if (max === 0) return async () => undefined
    const options = {
      max,
      timeWindow: WINDOW_MS,
      keyGenerator: ({ rateName }: FastifyRequest) => rateName,
      cache: RATE_NAMES_MAX,
    }
    const ask = app.createRateLimit(options)
    return async (request, name) => {
      request.rateName = name
      const outcome = await ask(request)
      if (outcome.isAllowed || !outcome.isExceeded) return
      metrics.limited(by)
      throw new ApiError('rate_limited', 'Too many requests. Try again later.', { retryAfterS: outcome.ttlInSeconds })
    }
  }

  const address = limiter('address', rates.perAddress)
  const key = limiter('key', rates.perKey)
  const secret = limiter('secret', rates.perSecret)
  return {
    byAddress: (request) =>
      address(request, networkOf(request.address)).catch((error: unknown) => {
        if (!warned && isForwardedByStranger(request)) {
          warned = true
          request.log.warn(
            'A rate was exceeded by somebody who sends X-Forwarded-For. If that is your proxy, all visitors count as one: list it in TRACIO_TRUST_PROXY.',
          )
        }
        throw error
      }),
    byKey: (request, keyNumber) => key(request, String(keyNumber)),
    bySecret: async (request) => {
      const text = SECRET.exec(request.headers.authorization ?? '')?.[1]
      // By its hash: a limiter needs no secrets lying about in its memory.
      if (text !== undefined) await secret(request, hash('sha256', text, 'base64'))
    },
  }
}

/** Trusted proxies are never the address that is counted, unless what they forwarded was no address. */
const isForwardedByStranger = ({ headers, socket, address }: FastifyRequest): boolean =>
  headers['x-forwarded-for'] !== undefined && canonicalAddress(socket.remoteAddress ?? '') === address

const networkOf = (address: string): string => (isIP(address) === 6 ? normalizeIP(address, IPV6_PREFIX) : address)
