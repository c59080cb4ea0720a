import { hkdfSync } from 'node:crypto'
import type { EpochMs } from '@tracio/contract'
import type { FastifyBaseLogger } from 'fastify'
import { createMemoryTurnSightings } from '../adapters/memory/turn-sightings.ts'
import type { AppDeps } from '../app.ts'
import type { Config } from '../config.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { OperatorError } from '../operator-error.ts'
import { createAnswerRates } from './answer-rates.ts'
import { startCoturnHook } from './coturn-hook.ts'
import { createNonces } from './nonces.ts'
import { createTurnObserver } from './observer.ts'
import { type TurnPlace, turnOffers } from './offer-turn.ts'
import { createTurnCredentials, type TurnCredentials } from './turn-credentials.ts'
import { openTurnSockets } from './turn-sockets.ts'

/** The settings that are about TURN. */
export type TurnConfig = Pick<
  Config,
  'turn' | 'turnHost' | 'turnPort' | 'turnUrls' | 'turnSecret' | 'turnHook' | 'publicUrl'
>

/** What it needs of the server. */
export interface TurnDeps {
  /** The key that encrypts secrets at rest; those of TURN are derived from it. */
  readonly key: Uint8Array
  readonly now: () => EpochMs
  readonly metrics: Pick<Metrics, 'turn'>
  readonly logger: Pick<FastifyBaseLogger, 'info' | 'error'>
}

/** An observer that runs, or coturn that tells us. */
export interface RunningTurn {
  /** UDP of the observer, or TCP of the hook. */
  readonly port: number
  /** What routes need of it. */
  readonly parts: Required<Pick<AppDeps, 'offerTurn' | 'sightings'>> & Pick<AppDeps, 'sightingDelayMs'>
  readonly close: () => Promise<void>
}

/**
 * coturn answers browsers by UDP and then tells us, through a queue and by TCP: milliseconds later, and on a machine whose
 * processors are all taken later than the browser's payload (coturn 4.6.1). Chosen by hand, November 2026.
 */
const COTURN_DELAY_MS = 250

/** Starts what the settings ask for; undefined: nothing. Throws an `OperatorError` when that cannot be. */
export async function startTurn(config: TurnConfig, deps: TurnDeps): Promise<RunningTurn | undefined> {
  const { turn, turnHost: host, turnPort, turnSecret, turnHook } = config
  const { now, metrics, logger, key } = deps
  const sightings = createMemoryTurnSightings()
  const report = (error: unknown): void => logger.error({ err: error }, 'TURN failed')
  const parts = (port: number, credentials: TurnCredentials): RunningTurn['parts'] => ({
    offerTurn: turnOffers(placeOf(config, port), credentials),
    sightings,
  })
  switch (turn) {
    case 'off':
      return
    case 'on': {
      const credentials = createTurnCredentials(turnSecret ?? derived(key, 'turn credentials'))
      const nonces = createNonces(derived(key, 'turn nonces'))
      const observer = createTurnObserver({
        credentials,
        nonces,
        sightings,
        metrics,
        now,
        rates: createAnswerRates(),
      })
      const { port, close } = await openTurnSockets({ host, port: turnPort }, observer, report)
      logger.info({ port }, 'the TURN observer listens')
      return { port, parts: parts(port, credentials), close }
    }
    case 'coturn': {
      if (turnSecret === undefined) {
        throw new OperatorError('TRACIO_TURN=coturn needs the secret of coturn in TRACIO_TURN_SECRET.', 'usage')
      }
      const credentials = createTurnCredentials(turnSecret)
      const hook = await startCoturnHook(turnHook, { secret: turnSecret, credentials, sightings, now, report })
      logger.info({ port: hook.port }, 'the hook for coturn listens')
      return { ...hook, parts: { ...parts(turnPort, credentials), sightingDelayMs: COTURN_DELAY_MS } }
    }
  }
}

function placeOf({ turnUrls: urls, publicUrl }: TurnConfig, port: number): TurnPlace {
  if (urls !== undefined) return { urls }
  return { host: publicUrl === undefined ? undefined : new URL(publicUrl).hostname, port }
}

/** HKDF (RFC 5869): who learns one of these keys has not the others, nor what they came from. */
const derived = (key: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `tracio ${purpose}`, 32))
