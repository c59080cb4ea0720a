import type { Global } from './global.ts'
import { toJson } from './json.ts'
import type { Labels } from './labels.ts'
import { startLateWave } from './late-wave.ts'
import type { Log } from './log.ts'
import { type Running, run, type Sources } from './run.ts'
import { seal } from './seal.ts'
import { isStale, type Line, openSession, type Session, sendEnvelope } from './send.ts'
import { offerTurn } from './turn-offer.ts'
import { AGENT_VERSION } from './version.ts'
import type { Watching } from './watch.ts'

/** What one identification needs; all of it handed in, so that a test can hand in its own. */
export interface IdentifyDeps {
  readonly g: Global
  readonly sources: Sources
  readonly publicKey: string
  /** Absolute, without trailing slash. */
  readonly endpoint: string
  readonly log: Log
  /** How long sources of the primary wave may be started; see `run`. */
  readonly budgetMs: number
  /** Called when reading is allowed and about to begin. */
  readonly beforeReading?: () => void
  /** Ends the waiting for the network. */
  readonly signal?: AbortSignal | undefined
}

/** What one call says of itself. */
export interface Call extends Labels {
  readonly extendedResult: boolean
}

/** What the server allows; deeper payloads are refused. */
const PAYLOAD_DEPTH_MAX = 8

/** What the server allows; a longer address would spoil the payload. */
const URL_LENGTH_MAX = 2048

/** What was read and sealed, and what goes on reading. */
export interface Gathered {
  readonly envelope: Uint8Array<ArrayBuffer>
  readonly session: Session
  readonly running: Running
}

/** What an identification goes on with after its answer. */
export interface LateOptions {
  readonly watching: Watching
  /** When the late wave leaves a page that stays, in milliseconds after the answer. */
  readonly lateAfterMs: number
  readonly over: () => void
}

/** An answer of the server, and the late wave, which the caller starts. */
export interface Identified {
  readonly answer: unknown
  /** Gives a function that stops it. */
  startLate(options: LateOptions): () => void
}

/** One identification, from the first reading to the server's answer. */
export async function identify(deps: IdentifyDeps, call: Call): Promise<Identified> {
  const { g, log } = deps
  const { envelope, session, running } = await gather(deps, call)
  log('sends', { bytes: envelope.length })
  const answer = await sendEnvelope(deps, envelope).catch((error: unknown) => {
    running.stop()
    throw error
  })
  log('has an answer')
  // Whoever waits for the answer does not wait for what comes later.
  const line: Line = { ...deps, signal: undefined }
  // Page and labels are known from the primary payload.
  const written = (readings: object): string => payload('late', {}, readings, g)
  return {
    answer,
    startLate: ({ watching, lateAfterMs, over }) =>
      startLateWave({ g, line, session, running, watching, log, afterMs: lateAfterMs, written, over }),
  }
}

/** Reads and seals, with nothing to come later. */
export async function collectEnvelope(deps: IdentifyDeps, call: Call): Promise<Uint8Array<ArrayBuffer>> {
  const { envelope, running } = await gather(deps, call)
  running.stop()
  return envelope
}

/**
 * Reads the browser and seals what it read. The session is fetched while the sources run; but where the browser asks for
 * Global Privacy Control nothing is read before the server, which knows whether the key obeys it, has granted a session.
 */
async function gather(deps: IdentifyDeps, call: Call): Promise<Gathered> {
  const { g, sources, log, budgetMs } = deps
  const line: Line = deps
  const opening = openSession(line)
  if (g.navigator?.globalPrivacyControl === true) await opening
  offerTurn(g, opening)
  log('reads')
  deps.beforeReading?.()
  const running = run(sources, g, budgetMs)
  try {
    const [opened, readings] = await Promise.all([opening, running.primary])
    log('has read', readings.timings)
    const session = isStale(opened, g) ? await openSession(line) : opened
    const envelope = await seal(payload('primary', aboutCall(call, g), readings, g), session, g)
    return { envelope, session, running }
  } catch (error) {
    running.stop()
    throw error
  }
}

/** The JSON of a payload. */
function payload(phase: 'primary' | 'late', about: object, readings: object, { navigator }: Global): string {
  const gpc = navigator?.globalPrivacyControl
  return toJson(
    { agent: AGENT_VERSION, phase, ...about, gpc: typeof gpc === 'boolean' ? gpc : undefined, ...readings },
    PAYLOAD_DEPTH_MAX,
  )
}

/** What a primary payload says of the page and of the call. */
function aboutCall({ extendedResult, ...labels }: Call, { location }: Global): object {
  const { origin, pathname = '' } = location ?? {}
  return {
    // Without query and fragment, which may carry secrets of the page's visitors. Sandboxed pages have the origin "null".
    url: origin && origin !== 'null' ? (origin + pathname).slice(0, URL_LENGTH_MAX) : undefined,
    ...labels,
    extended: extendedResult || undefined,
  }
}
