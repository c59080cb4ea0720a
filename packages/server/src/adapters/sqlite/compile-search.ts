import type { SQLInputValue } from 'node:sqlite'
import type { WorkspaceId } from '@tracio/contract'
import { riskLevelsFrom } from '@tracio/engine'
import { type EventFilter, type EventQuery, type NetworkFlag, networkFlags } from '../../ports/event-search.ts'
import { type Read, WITHIN_LIMIT } from './bounded-reader.ts'
import { networkBit } from './network-flags.ts'

/**
 * SQL of a search. It is put together from the fixed texts of this file and nothing else: what a caller sends is bound.
 * A query builder would take part in neither of the two things that matter here, which index is read and in which order
 * its conditions stand; so there is none.
 */
interface Condition {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
}

const where = (sql: string, ...values: readonly SQLInputValue[]): Condition => ({ sql, values })

const WORKSPACE = '(SELECT number FROM workspaces WHERE id = ?)'

/** What each filter demands of a row. The times are not here: they are one range together with the position. */
const demands: {
  readonly [K in Exclude<keyof EventFilter, 'from' | 'to' | NetworkFlag>]-?: (filter: EventFilter) => Condition[]
} = {
  visitorId: () => [],
  linkedId: ({ linkedId }) => equals('linked_id', linkedId),
  ip: ({ ip }) => equals('ip', ip),
  tag: ({ tag }) => equals('tag', tag),
  country: ({ country }) => equals('country', country),
  asn: ({ asn }) => equals('asn', asn),
  deviceHash: ({ deviceHash }) =>
    deviceHash === undefined ? [] : [where('e.device_hash = ?', Buffer.from(deviceHash, 'hex'))],
  botResult: ({ botResult }) => equals('bot_result', botResult),
  botType: ({ botType }) => equals('bot_type', botType),
  riskLevel: ({ riskLevel }) => equals('risk_level', riskLevel),
  minRiskScore: ({ minRiskScore }) => (minRiskScore === undefined ? [] : [where('e.risk_score >= ?', minRiskScore)]),
  maxRiskScore: ({ maxRiskScore }) => (maxRiskScore === undefined ? [] : [where('e.risk_score <= ?', maxRiskScore)]),
  action: ({ action }) => equals('action', action),
  session: ({ session }) => equals('session_state', session),
  environment: ({ environment }) => equals('environment', environment),
  browser: ({ browser }) => equals('browser', browser),
  os: ({ os }) => equals('os', os),
  device: ({ device }) => equals('device', device),
  matchKinds: ({ matchKinds }) =>
    matchKinds === undefined ? [] : [where(`e.match_kind IN (${matchKinds.map(() => '?').join(', ')})`, ...matchKinds)],
}

const equals = (column: string, value: string | number | undefined): Condition[] =>
  value === undefined ? [] : [where(`e.${column} = ?`, value)]

/** Answers about the network, which are all in one column. */
const networkDemands = (filter: EventFilter): Condition[] =>
  networkFlags.flatMap((flag) => {
    const wanted = filter[flag]
    return wanted === undefined ? [] : [where('e.network & ? <> 0', networkBit(flag, wanted))]
  })

/** One walk along one index, in the order of time. */
interface Walk {
  readonly from: string
  readonly conditions: readonly Condition[]
}

const walk = (index: string, ...conditions: readonly Condition[]): Walk => ({
  from: `events e INDEXED BY ${index}`,
  conditions,
})

/** Conditions of partial indexes, in the words of their making: SQLite takes an index only by these. */
const NOT_FRESH = where("e.session_state <> 'fresh'")
const NOT_HUMAN = where("e.bot_result <> 'human'")
const RISKY = where("e.risk_level NOT IN ('normal', 'low')")
const NOT_ALLOWED = where("e.action <> 'allow'")
const OF_TESTS = where("e.environment = 'test'")
const NETWORK_DETECTED = where('e.network & 21845 <> 0')

/** The walks that find everything a filter may find, by the index that is likely to lead past the fewest others. */
function walksOf(workspace: WorkspaceId, filter: EventFilter): readonly Walk[] {
  const { visitorId, deviceHash, session, botResult, riskLevel, minRiskScore, action } = filter
  if (visitorId !== undefined) return [walk('events_by_visitor', visitorIs(workspace, visitorId))]
  if (filter.linkedId !== undefined) return [walk('events_by_linked_id')]
  if (deviceHash !== undefined) return walksOfDevice(workspace, deviceHash)
  if (filter.ip !== undefined) return [walk('events_by_ip')]
  if (session !== undefined && session !== 'fresh') return [walk('events_by_session_state', NOT_FRESH)]
  if (botResult !== undefined && botResult !== 'human') return [walk('events_by_bot', NOT_HUMAN)]
  if (riskLevel !== undefined && riskLevel !== 'normal' && riskLevel !== 'low') return [walk('events_by_risk', RISKY)]
  const levels = riskLevelsFrom(minRiskScore ?? 0)
  if (!levels.includes('normal') && !levels.includes('low')) {
    return levels.map((level) => walk('events_by_risk', RISKY, where('e.risk_level = ?', level)))
  }
  if (action !== undefined && action !== 'allow') return [walk('events_by_action', NOT_ALLOWED)]
  if (filter.environment === 'test') return [walk('events_of_tests', OF_TESTS)]
  if (networkFlags.some((flag) => filter[flag])) return [walk('events_by_network', NETWORK_DETECTED)]
  if (filter.tag !== undefined) return [walk('events_by_tag')]
  if (filter.country !== undefined) return [walk('events_by_country')]
  return [walk('events_by_time')]
}

const visitorIs = (workspace: WorkspaceId, visitorId: string): Condition =>
  where(`e.visitor = (SELECT number FROM visitors WHERE workspace = ${WORKSPACE} AND id = ?)`, workspace, visitorId)

/**
 * No index has the hash of all events, since every append would pay for it. But fresh events belong to visitors who hold
 * it as a key, and for the few others there is one. The visitors' events come one visitor after the other, so these, and only these, are sorted; SQLite
 * leaves a visitor as soon as the page has newer events than theirs.
 */
const walksOfDevice = (workspace: WorkspaceId, deviceHash: string): readonly Walk[] => [
  {
    from: 'visitor_keys k CROSS JOIN events e INDEXED BY events_by_visitor ON e.visitor = k.visitor',
    conditions: [
      where(`k.workspace = ${WORKSPACE} AND k.key = ?`, workspace, Buffer.from(deviceHash, 'hex')),
      where("e.session_state = 'fresh'"),
    ],
  },
  walk('events_by_untrusted_device', NOT_FRESH),
]

/** The range of time that filter and position leave, and the rest of the position: later rows of its own millisecond. */
function range({ filter: { from, to }, order, after }: EventQuery): readonly Condition[] {
  const isNewest = order === 'newest'
  const low = Math.max(from ?? Number.MIN_SAFE_INTEGER, (isNewest ? undefined : after?.at) ?? Number.MIN_SAFE_INTEGER)
  const high = Math.min(
    (to ?? Number.MAX_SAFE_INTEGER) - 1,
    (isNewest ? after?.at : undefined) ?? Number.MAX_SAFE_INTEGER,
  )
  const within = where('e.at BETWEEN ? AND ?', low, high)
  if (!after) return [within]
  return [within, where(`(e.at <> ? OR e.number ${isNewest ? '<' : '>'} ?)`, after.at, after.number)]
}

/** The statement that finds a page and one event more, which tells whether there is a next page. */
export function compileSearch(workspace: WorkspaceId, query: EventQuery): Read {
  const { filter, order, limit } = query
  const wanted = [...Object.values(demands).flatMap((demand) => demand(filter)), ...networkDemands(filter)]
  const everywhere = [
    where(`e.workspace = ${WORKSPACE}`, workspace),
    // First of those that are not looked up in the index: what fails before it is not counted.
    where(`${WITHIN_LIMIT}(e.at)`),
    ...range(query),
    ...wanted,
  ]
  const walks = walksOf(workspace, filter).map(({ from, conditions }) => ({
    from,
    conditions: [...everywhere, ...conditions],
  }))
  const found = walks.map(
    ({ from, conditions }) =>
      `SELECT e.at AS at, e.number AS number FROM ${from} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
  )
  const direction = order === 'newest' ? 'DESC' : 'ASC'
  return {
    // A literal limit: a bound one makes SQLite prepare the statement anew at every call.
    sql: `SELECT p.at AS at, p.number AS number, b.event AS event
      FROM (${found.join(' UNION ALL ')} ORDER BY at ${direction}, number ${direction} LIMIT ${Math.trunc(limit) + 1}) p
      CROSS JOIN event_bodies b ON b.number = p.number`,
    values: walks.flatMap(({ conditions }) => conditions.flatMap(({ values }) => values)),
  }
}
