import type { EpochMs, Readings, RequestId, SignalName, VisitorId, WorkspaceId } from '@tracio/contract'
import { decodeReadings, signalIds } from '@tracio/contract'
import { familyOf } from '../src/derive/parse-user-agent.ts'
import type { Candidates, CookieOwner, KnownVisitor } from '../src/identify/candidates.ts'
import type { Observations, RequestFacts } from '../src/observations.ts'
import { countedCandidates, type MetricsByName, type VelocityFacts } from '../src/velocity/velocity-facts.ts'
import type { Person } from './people.ts'

/** 21 November 2026, a little past midnight UTC. */
export const NOW = 1_795_219_200_000 as EpochMs

/** The id that the server drew for whoever turns out to be new. */
export const MINTED = 'newbornVisitor01' as VisitorId

/** Readings as the server opens them: through the wire and its decoders. */
export function readingsOf(person: Person): Readings {
  const names = Object.keys(person) as SignalName[]
  const values = Object.fromEntries(names.map((name) => [signalIds[name], person[name]]))
  return decodeReadings({ values, gaps: {}, differing: {} }, familyOf(person.userAgent ?? ''))
}

/** A stored visitor. */
export const knownVisitor = (id: string, visits = 1): KnownVisitor => ({
  visitorId: id as VisitorId,
  revision: visits,
  firstSeenAt: (NOW - 86_400_000) as EpochMs,
  lastSeenAt: (NOW - 3_600_000) as EpochMs,
  visits,
})

/** A stored visitor whose cookie was presented. */
export const cookieOwner = (id: string, visits = 1, disputed = false): CookieOwner => ({
  ...knownVisitor(id, visits),
  disputed,
})

const once = [1, 1, 1]

/** Everybody seen once: this time. */
const seenOnce = (candidates: Candidates): VelocityFacts => {
  const own: MetricsByName = { distinctIp: once, events: once, distinctVisitorIdByIp: once }
  return {
    windows: {},
    others: { ipEvents: once },
    newcomer: own,
    visitors: countedCandidates(candidates).map((visitorId) => ({ visitorId, metrics: own })),
  }
}

/** One visit of a person, with nobody known before. */
export function visit(
  person: Person,
  { candidates, request }: { candidates?: Partial<Candidates>; request?: Partial<RequestFacts> } = {},
): Observations {
  const known: Candidates = { cookie: null, frozen: [], ...candidates }
  return {
    readings: readingsOf(person),
    page: {
      agentVersion: '0.1.0',
      phase: 'primary',
      url: 'https://shop.example/',
      linkedId: null,
      linkedIdType: null,
      linkedIdSigned: null,
      tag: null,
      fields: {},
      fieldsRejected: 0,
      gpc: null,
    },
    request: {
      at: NOW,
      ip: '203.0.113.7',
      userAgent: person.userAgent ?? '',
      headers: {},
      proxyHeaders: {},
      session: 'fresh',
      sealed: true,
      cookie: candidates?.cookie ? 'known' : 'none',
      environment: 'live',
      workspaceId: 'ws_0123456789abcdef' as WorkspaceId,
      ...request,
    },
    candidates: known,
    minted: { requestId: '1795219200_abcdef012345' as RequestId, visitorId: MINTED },
    velocity: seenOnce(known),
  }
}
