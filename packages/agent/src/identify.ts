import type { Global } from './global.ts'
import { toJson } from './json.ts'
import type { Settings } from './options.ts'
import { type Run, run, type Sources } from './run.ts'
import { seal } from './seal.ts'
import { isStale, type Line, openSession, sendEnvelope } from './send.ts'
import { AGENT_VERSION } from './version.ts'

/** What one identification needs; all of it handed in, so that a test can hand in its own. */
export interface IdentifyDeps {
  readonly g: Global
  readonly sources: Sources
  readonly settings: Settings
  /** Ends the waiting for the network. */
  readonly signal?: AbortSignal | undefined
}

/** What the server allows; deeper payloads are refused. */
const PAYLOAD_DEPTH_MAX = 8

/** What the server allows; a longer address would spoil the payload. */
const URL_LENGTH_MAX = 2048

/** One identification, from the first reading to the server's answer. The session is fetched while the sources run. */
export async function identify({ g, sources, settings, signal }: IdentifyDeps, extended: boolean): Promise<unknown> {
  const line: Line = { g, signal, endpoint: settings.endpoint, publicKey: settings.publicKey }
  const [opened, readings] = await Promise.all([openSession(line), run(sources, g)])
  const session = isStale(opened, g) ? await openSession(line) : opened
  const json = toJson(payload(readings, settings, g, extended), PAYLOAD_DEPTH_MAX)
  return sendEnvelope(line, await seal(json, session, g))
}

function payload(readings: Run, { linkedId, tag }: Settings, { location }: Global, extended: boolean): object {
  const { origin, pathname = '' } = location ?? {}
  return {
    agent: AGENT_VERSION,
    phase: 'primary',
    // Without query and fragment, which may carry secrets of the page's visitors. Sandboxed pages have the origin "null".
    url: origin && origin !== 'null' ? (origin + pathname).slice(0, URL_LENGTH_MAX) : undefined,
    linkedId,
    tag,
    extended: extended || undefined,
    ...readings,
  }
}
