import { isIP } from 'node:net'
import type { EpochMs, MatchKind, VisitorId, WorkspaceId } from '@tracio/contract'
import { type Static, Type } from 'typebox'
import { ApiError } from '../api-error.ts'
import { EVENTS_PER_PAGE_MAX, type EventFilter, type EventQuery } from '../ports/event-search.ts'
import { CURSOR_LENGTH, readCursor } from './cursor.ts'

/** Longest texts that an event can carry; the agent's payload has the same limits. */
const TEXT_LENGTH_MAX = 256
const NAME_LENGTH_MAX = 64

/** Numbers of networks have 32 bits (RFC 6793). */
const ASN_MAX = 2 ** 32 - 1

const text = (description: string, maxLength = TEXT_LENGTH_MAX) =>
  Type.Optional(Type.String({ minLength: 1, maxLength, description }))
const oneOf = <const T extends string>(words: readonly T[], description: string) =>
  Type.Optional(Type.Unsafe<T>({ type: 'string', enum: words, description }))
const answer = (what: string) => Type.Optional(Type.Boolean({ description: `${what} was found, or ruled out.` }))
const time = (description: string) => Type.Optional(Type.String({ format: 'date-time', maxLength: 40, description }))
const score = (description: string) => Type.Optional(Type.Integer({ minimum: 0, maximum: 100, description }))

/** How many events a page has. */
export const limitParameter = Type.Integer({
  minimum: 1,
  maximum: EVENTS_PER_PAGE_MAX,
  default: 20,
  description: 'Events of a page.',
})

/** Where a page begins. */
export const cursorParameter = Type.Optional(
  Type.String({ minLength: 1, maxLength: CURSOR_LENGTH, description: 'The cursor that the page before ended with.' }),
)

/** Parameters of a search, as fields of the flat event are named. */
export const searchParameters = Type.Object({
  from: time('Not before this time.'),
  to: time('Before this time.'),
  visitor_id: text('Visitor id.', NAME_LENGTH_MAX),
  linked_id: text('Your own id of the account.'),
  ip: text('Address of the visitor, IPv4 or IPv6.', NAME_LENGTH_MAX),
  tag: text('Your own label.'),
  country: Type.Optional(
    Type.String({ pattern: '^[A-Za-z]{2}$', description: 'Country of the address, as a code of two letters.' }),
  ),
  asn: Type.Optional(
    Type.Integer({ minimum: 1, maximum: ASN_MAX, description: 'Number of the network that announces the address.' }),
  ),
  device_hash: Type.Optional(
    Type.String({ pattern: '^[0-9a-fA-F]{32}$', description: 'Hash of the hardware signals: 32 hexadecimal digits.' }),
  ),
  bot_result: oneOf(['bot', 'human', 'uncertain'], 'The verdict.'),
  bot_type: text('Which kind of bot.', NAME_LENGTH_MAX),
  risk_level: oneOf(['normal', 'low', 'medium', 'high', 'critical'], 'Band of the score.'),
  min_risk_score: score('The score or more.'),
  max_risk_score: score('The score or less.'),
  decision: oneOf(['allow', 'challenge', 'review', 'deny'], 'What was decided.'),
  session: oneOf(['fresh', 'replayed', 'expired'], 'State of the session.'),
  environment: oneOf(['live', 'test'], 'Environment of the public key.'),
  browser_name: text('As the browser claims.', NAME_LENGTH_MAX),
  os_name: text('As the browser claims.', NAME_LENGTH_MAX),
  device: oneOf(['desktop', 'mobile', 'tablet'], 'Class of device.'),
  visit_type: oneOf(['new', 'returning'], 'Whether the visitor was known before.'),
  match: oneOf(['cookie', 'frozen', 'new', 'none'], 'By what the visitor was found.'),
  is_vpn: answer('A VPN'),
  is_proxy: answer('A proxy'),
  is_tor: answer('Tor'),
  is_relay: answer('A relay'),
  is_datacenter: answer('A data centre'),
  is_residential_proxy: answer('A proxy on a line at home'),
  is_ip_blocklisted: answer('A list of threats, or your own, that names the address'),
  is_timezone_mismatch: answer('A clock of another country'),
  order: Type.Unsafe<EventQuery['order']>({
    type: 'string',
    enum: ['newest', 'oldest'],
    default: 'newest',
    description: 'Which end of time comes first.',
  }),
  limit: limitParameter,
  cursor: cursorParameter,
})

type SearchParameters = Static<typeof searchParameters>

/** The question that checked parameters ask. Throws an `ApiError` that names the one that is still wrong. */
export function readSearch(workspace: WorkspaceId, parameters: SearchParameters): EventQuery {
  const { order, limit, cursor } = parameters
  return withCursor(workspace, { filter: readFilter(parameters), order, limit }, cursor)
}

/** Sets the question on from where the page before ended. Throws an `ApiError` for a cursor of another question. */
export function withCursor(workspace: WorkspaceId, query: EventQuery, cursor: string | undefined): EventQuery {
  if (cursor === undefined) return query
  const after = readCursor(cursor, { workspace, ...query })
  if (!after) {
    throw new ApiError(
      'request_malformed',
      'The parameter "cursor" must be the cursor of the page before, with the same filter and order.',
    )
  }
  return { ...query, after }
}

function readFilter(given: SearchParameters): EventFilter {
  const filter = {
    from: timeOf(given.from),
    to: timeOf(given.to),
    // Any text may be asked for; one that is no visitor id finds nothing.
    visitorId: given.visitor_id as VisitorId | undefined,
    linkedId: given.linked_id,
    ip: given.ip === undefined ? undefined : address(given.ip),
    tag: given.tag,
    country: given.country?.toUpperCase(),
    asn: given.asn,
    deviceHash: given.device_hash?.toLowerCase(),
    botResult: given.bot_result,
    botType: given.bot_type,
    riskLevel: given.risk_level,
    minRiskScore: given.min_risk_score,
    maxRiskScore: given.max_risk_score,
    action: given.decision,
    session: given.session,
    environment: given.environment,
    browser: given.browser_name,
    os: given.os_name,
    device: given.device,
    matchKinds: matchKinds(given),
    vpn: given.is_vpn,
    proxy: given.is_proxy,
    tor: given.is_tor,
    relay: given.is_relay,
    datacenter: given.is_datacenter,
    residentialProxy: given.is_residential_proxy,
    ipBlocklist: given.is_ip_blocklisted,
    timezoneMismatch: given.is_timezone_mismatch,
  }
  // Undefined is left out, so that what remains is present: which is what the filter's type asks for.
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as EventFilter
}

/** The format was checked before: what has it is a time. */
const timeOf = (text: string | undefined): EpochMs | undefined =>
  text === undefined ? undefined : (Date.parse(text) as EpochMs)

function address(text: string): string {
  if (isIP(text) === 0) throw new ApiError('request_malformed', 'The parameter "ip" must be an IPv4 or IPv6 address.')
  return text.toLowerCase()
}

const kindsOfVisit = { new: ['new'], returning: ['cookie', 'frozen'] } as const satisfies Record<string, MatchKind[]>

function matchKinds({ visit_type, match }: SearchParameters): readonly MatchKind[] | undefined {
  if (visit_type === undefined) return match === undefined ? undefined : [match]
  const kinds: readonly MatchKind[] = kindsOfVisit[visit_type]
  return match === undefined ? kinds : kinds.filter((kind) => kind === match)
}
