import type { IncomingHttpHeaders } from 'node:http'
import type { AddressScope, CookieState, EpochMs, IpFacts, TracioEvent } from '@tracio/contract'
import { type Candidates, countedCandidates, type Observations, type Prepared } from '@tracio/engine'
import { isLinkedIdSignature } from './auth/linked-id-secret.ts'
import { layOutToken, tokenHash } from './cookie-token.ts'
import { newRequestId, newVisitorId } from './ids.ts'
import type { Opened } from './open.ts'
import type { AddressHistories } from './ports/address-histories.ts'
import type { Counters, VelocityQuery } from './ports/counters.ts'
import type { Directory } from './ports/directory.ts'
import type { IpIntelligence } from './ports/ip-intelligence.ts'
import type { Ledger } from './ports/ledger.ts'
import type { TurnSightings } from './ports/turn-sightings.ts'
import { turnFacts } from './turn/turn-facts.ts'

/** A request as it came in. */
export interface Received {
  readonly body: Buffer
  readonly at: EpochMs
  readonly ip: string
  /** Undefined: a backend hands on what a page collected. */
  readonly origin: string | undefined
  readonly userAgent: string
  readonly headers: IncomingHttpHeaders
  /** What proxies of the visitor's side say; see `proxy-headers.ts`. Undefined: whoever hands on did not say. */
  readonly proxyHeaders: Readonly<Record<string, string>> | undefined
  /** The visitor cookie's value; undefined: none came. */
  readonly cookie: string | undefined
  /** Page and server share a registrable domain, so a cookie can be kept. */
  readonly cookiesReach: boolean
}

/** What observing needs of the server. */
export interface ObserveDeps {
  readonly ledger: Ledger
  readonly directory: Pick<Directory, 'lidSecret'>
  readonly counters: Counters
  readonly histories: AddressHistories
  readonly intelligence: IpIntelligence
  /** Undefined: no observer runs. */
  readonly sightings?: TurnSightings
}

/** Everything read for one event. */
export interface Seen {
  readonly observations: Observations
  /** Hash of the presented cookie when it is known, or of the one that would be set. */
  readonly tokenHash: Uint8Array | null
  /** The token to set in the browser; undefined: leave the jar alone. */
  readonly token: string | undefined
  /** This very payload was stored before: the event to answer with again. */
  readonly retryOf: TracioEvent | undefined
}

/** Headers that detectors look at. Never cookies, never authorisation. */
const OBSERVED_HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'origin',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-gpc',
] as const

/** Longer values say nothing more to a detector. */
const HEADER_LENGTH_MAX = 512

/**
 * Addresses of the operator's own network. A visitor never comes from one through the internet: either the company's own
 * people ask, or a proxy that the operator has not listed, whose headers would speak against everybody.
 */
const OWN_NETWORK: ReadonlySet<AddressScope> = new Set(['loopback', 'private', 'link_local', 'shared'])

/** Who must not be identified at the same moment: the session, the cookie's owner and the frozen key's holders. */
export function turnsOf({ key, session }: Opened, { frozenKey }: Prepared, { cookie }: Received): string[] {
  const turns = [`session ${session.id.bytes.toString('base64url')}`]
  if (cookie !== undefined) turns.push(`cookie ${key.workspaceId} ${cookie}`)
  if (frozenKey !== null) turns.push(`frozen ${key.workspaceId} ${frozenKey}`)
  return turns
}

/**
 * Every read of an event: what is known of the address, earlier payloads of the session, the cookie's owner, the holders of
 * the frozen key, the counts of all these.
 */
export async function observe(
  opened: Opened,
  { frozenKey }: Prepared,
  received: Received,
  { ledger, directory, counters, histories, intelligence, sightings }: ObserveDeps,
): Promise<Seen> {
  const { key, session } = opened
  const presented = received.cookie === undefined ? undefined : tokenHash(received.cookie)
  const [before, owner, frozen, linkedIdSigned, turn] = await Promise.all([
    ledger.sentBefore(session.id.bytes),
    presented && ledger.cookieOwner(key.workspaceId, presented),
    frozenKey === null ? [] : ledger.holders(key.workspaceId, frozenKey),
    isSigned(opened, directory),
    turnFacts(sightings, session, received.at),
  ])
  const retryOf = before.find(({ bodyHash }) => opened.bodyHash.equals(bodyHash))?.event
  const candidates: Candidates = { cookie: owner ?? null, frozen }
  const ip = intelligence.facts(received.ip)
  const request = requestFacts(opened, received, ip, before.length > 0, owner !== undefined)
  const page = pageFacts(opened, linkedIdSigned)
  const mayMint = retryOf ? isSameSender(retryOf, received) : before.length === 0 && !opened.expired
  return {
    ...chooseToken(opened, received, mayMint, owner && presented),
    retryOf,
    observations: {
      readings: opened.readings,
      page,
      request,
      candidates,
      minted: { requestId: newRequestId(received.at), visitorId: newVisitorId() },
      ...turn,
      velocity: await counters.observe(velocityQuery(page, request, candidates, frozenKey, ip)),
      ip,
      history: await histories.observe(request),
    },
  }
}

/** What the counters are asked. */
const velocityQuery = (
  { linkedId, tag }: Observations['page'],
  { workspaceId, environment, at, ip, session }: Observations['request'],
  candidates: Candidates,
  deviceHash: string | null,
  { place }: IpFacts,
): VelocityQuery => ({
  workspaceId,
  environment,
  at,
  trusted: session === 'fresh',
  candidates: countedCandidates(candidates),
  ip,
  linkedId,
  tag,
  deviceHash,
  country: place?.country ?? null,
})

/** Somebody who holds a copy of a payload must not be given the cookie that its sender got. */
const isSameSender = (first: TracioEvent, { ip, userAgent }: Received): boolean =>
  first.ip === ip && first.userAgent === userAgent

/**
 * A known cookie is kept and its life prolonged; otherwise one may be minted, where the browser would keep it. A late
 * payload leaves the jar alone: its page is being closed, and may be of another day than the next visit.
 */
function chooseToken(
  { session, payload }: Opened,
  { cookie, cookiesReach }: Received,
  mayMint: boolean,
  known: Uint8Array | undefined,
): Pick<Seen, 'token' | 'tokenHash'> {
  if (payload.phase === 'late') return { token: undefined, tokenHash: null }
  if (known) return { token: cookie, tokenHash: known }
  if (!cookiesReach || !mayMint) return { token: undefined, tokenHash: null }
  const token = layOutToken(session.id.issuedAt, session.tokenLuck)
  return { token, tokenHash: tokenHash(token) ?? null }
}

/** Whether the page's backend signed the linked id; null: no signature came. A wrong one never costs the visit. */
async function isSigned({ key, payload }: Opened, directory: ObserveDeps['directory']): Promise<boolean | null> {
  const { linkedId, linkedIdSig } = payload
  if (linkedId === undefined || linkedIdSig === undefined) return null
  return isLinkedIdSignature(linkedIdSig, await directory.lidSecret(key.workspaceId), linkedId)
}

function pageFacts({ payload, gpc }: Opened, linkedIdSigned: boolean | null): Observations['page'] {
  const { linkedId } = payload
  return {
    agentVersion: payload.agent,
    phase: payload.phase,
    url: payload.url ?? null,
    linkedId: linkedId ?? null,
    linkedIdType: linkedId === undefined ? null : (payload.linkedIdType ?? 'opaque'),
    linkedIdSigned,
    tag: payload.tag ?? null,
    ...payload.custom,
    gpc,
  }
}

function requestFacts(
  opened: Opened,
  received: Received,
  { scope }: IpFacts,
  sentBefore: boolean,
  known: boolean,
): Observations['request'] {
  return {
    at: received.at,
    ip: received.ip,
    userAgent: received.userAgent,
    headers: observedHeaders(received.headers),
    ...(received.proxyHeaders && !OWN_NETWORK.has(scope) ? { proxyHeaders: received.proxyHeaders } : {}),
    session: opened.expired ? 'expired' : sentBefore ? 'replayed' : 'fresh',
    sealed: opened.sealed,
    cookie: cookieState(received, known),
    environment: opened.key.environment,
    workspaceId: opened.key.workspaceId,
  }
}

function cookieState({ cookie, cookiesReach }: Received, known: boolean): CookieState {
  if (cookie !== undefined) return known ? 'known' : 'unknown'
  return cookiesReach ? 'none' : 'cross_site'
}

/** The part of a request's headers that is looked at and stored. */
export function observedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const out: Record<string, string> = {}
  for (const name of OBSERVED_HEADERS) {
    const value = headers[name]
    if (typeof value === 'string') out[name] = value.slice(0, HEADER_LENGTH_MAX)
  }
  return out
}
