import type { EpochMs } from '@tracio/contract'
import { createMemoryAddressHistories } from '../src/adapters/memory/address-histories.ts'
import { createMemoryCounters } from '../src/adapters/memory/counters.ts'
import { createMemoryDirectory } from '../src/adapters/memory/directory.ts'
import { createMemoryIpIntelligence } from '../src/adapters/memory/ip-intelligence.ts'
import { createMemoryLedger } from '../src/adapters/memory/ledger.ts'
import { createInTurn } from '../src/in-turn.ts'
import type { IngestDeps } from '../src/ingest.ts'
import type { Received } from '../src/observe.ts'
import { type Opened, open } from '../src/open.ts'
import type { Directory, PublicKey } from '../src/ports/directory.ts'
import { createSecretRing } from '../src/session/secret-ring.ts'
import { createSessions } from '../src/session/sessions.ts'
import { untimed } from '../src/step-times.ts'
import { aKey, aWorkspace } from './directory-contract.ts'
import { aPayload, CHROME_USER_AGENT, type SessionAnswer, seal } from './payloads.ts'

/** The page that posts in these tests. */
export const SHOP = 'https://shop.example'

/** 2024-03-14T16:00:00Z: any moment would do. */
export const ARRIVAL = 1_710_432_000_000

/** Everything behind the routes, on the memory adapters, without HTTP. */
export interface FrontDesk {
  readonly deps: IngestDeps
  readonly directory: Directory
  issue(origin?: string, keyNumber?: number): Promise<SessionAnswer>
  open(received: Received): Promise<Opened>
}

/** Sets a desk up with one workspace and one key, which is number 1. */
export async function frontDesk(key: Partial<PublicKey> = {}): Promise<FrontDesk> {
  const directory = createMemoryDirectory()
  await directory.addWorkspace(aWorkspace, 'shop', ARRIVAL as EpochMs)
  await directory.addPublicKey(aKey(key), ARRIVAL as EpochMs)
  const sessions = createSessions(createSecretRing(directory))
  const deps: IngestDeps = {
    sessions,
    keyNumbered: async (wanted) => (await directory.publicKeys()).find(({ number }) => number === wanted),
    ledger: createMemoryLedger(directory),
    directory,
    counters: createMemoryCounters({ memoryBytes: 1024 * 1024 }),
    histories: createMemoryAddressHistories(),
    intelligence: createMemoryIpIntelligence(),
    inTurn: createInTurn(),
    time: untimed,
    whenFull: 'refuse',
  }
  return {
    deps,
    directory,
    issue: (origin = SHOP, keyNumber = 1) => sessions.issue(keyNumber, origin, ARRIVAL as EpochMs),
    open: (received) => open(received, deps),
  }
}

/** What a test cares for in a request. */
export interface ReceivedPart extends Partial<Omit<Received, 'body' | 'at'>> {
  readonly at?: number
}

/** A request with this body, from a desktop Chrome on the shop's page, unless said otherwise. */
export const received = (body: Buffer, { at = ARRIVAL, ...part }: ReceivedPart = {}): Received => ({
  body,
  at: at as EpochMs,
  ip: '192.0.2.1',
  origin: SHOP,
  userAgent: CHROME_USER_AGENT,
  headers: {},
  proxyHeaders: {},
  cookie: undefined,
  cookiesReach: true,
  ...part,
})

/** A request of a new session. */
export const arrival = async (
  desk: FrontDesk,
  payload: unknown = aPayload(),
  part: ReceivedPart = {},
): Promise<Received> => received(seal(await desk.issue(), payload), part)
