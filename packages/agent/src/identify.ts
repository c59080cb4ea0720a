import type { Global } from './global.ts'
import { toJson } from './json.ts'
import type { Labels } from './labels.ts'
import type { Log } from './log.ts'
import { type Run, run, type Sources } from './run.ts'
import { seal } from './seal.ts'
import { isStale, type Line, openSession, sendEnvelope } from './send.ts'
import { offerTurn } from './turn-offer.ts'
import { AGENT_VERSION } from './version.ts'

/** What one identification needs; all of it handed in, so that a test can hand in its own. */
export interface IdentifyDeps {
  readonly g: Global
  readonly sources: Sources
  readonly publicKey: string
  /** Absolute, without trailing slash. */
  readonly endpoint: string
  readonly log: Log
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

/** One identification, from the first reading to the server's answer. */
export async function identify(deps: IdentifyDeps, call: Call): Promise<unknown> {
  const envelope = await collectEnvelope(deps, call)
  deps.log('sends', { bytes: envelope.length })
  const answer = await sendEnvelope(deps, envelope)
  deps.log('has an answer')
  return answer
}

/**
 * Reads the browser and seals what it read. The session is fetched while the sources run; but where the browser asks for
 * Global Privacy Control nothing is read before the server, which knows whether the key obeys it, has granted a session.
 */
export async function collectEnvelope(deps: IdentifyDeps, call: Call): Promise<Uint8Array<ArrayBuffer>> {
  const { g, sources, log } = deps
  const line: Line = deps
  const opening = openSession(line)
  if (g.navigator?.globalPrivacyControl === true) await opening
  offerTurn(g, opening)
  log('reads')
  const [opened, readings] = await Promise.all([opening, run(sources, g)])
  log('has read', readings.timings)
  const session = isStale(opened, g) ? await openSession(line) : opened
  return seal(toJson(payload(readings, call, g), PAYLOAD_DEPTH_MAX), session, g)
}

function payload(readings: Run, { extendedResult, ...labels }: Call, { location, navigator }: Global): object {
  const { origin, pathname = '' } = location ?? {}
  const gpc = navigator?.globalPrivacyControl
  return {
    agent: AGENT_VERSION,
    phase: 'primary',
    // Without query and fragment, which may carry secrets of the page's visitors. Sandboxed pages have the origin "null".
    url: origin && origin !== 'null' ? (origin + pathname).slice(0, URL_LENGTH_MAX) : undefined,
    ...labels,
    gpc: typeof gpc === 'boolean' ? gpc : undefined,
    extended: extendedResult || undefined,
    ...readings,
  }
}
