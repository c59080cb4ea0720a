import type { Random } from '../ingest/random.ts'
import {
  address,
  asn,
  deviceHash,
  drawVisitor,
  END_AT,
  linkedId,
  type Population,
  SPAN_MS,
  visitorId,
  WORKSPACES,
} from './population.ts'

/** A kind of question that analysts and backends ask. */
export interface QueryKind {
  readonly name: string
  /** Path and query; `cursor` is the one that the last answer of this kind ended with. */
  readonly path: (random: Random, population: Population, cursor: string | null) => string
}

const DAY_MS = 86_400_000
const SEARCH = `/api/v1/subscriptions/${WORKSPACES[0]}/events/search`
const search = (query: string): string => `${SEARCH}?${query}`
const time = (at: number): string => new Date(at).toISOString()

/** A visitor of the searched workspace. */
function somebody(random: Random, population: Population): number {
  const visitor = drawVisitor(random, population)
  return visitor % 5 === 0 ? visitor + 1 : visitor
}

/** A visitor of the searched workspace who has an account. */
const member = (random: Random, population: Population): number => Math.floor(somebody(random, population) / 5) * 5 + 1

function week(random: Random): string {
  const to = END_AT - random.int(SPAN_MS / DAY_MS - 7) * DAY_MS
  return `from=${time(to - 7 * DAY_MS)}&to=${time(to)}`
}

/** The mix, each kind as often as every other. */
export const queryKinds: readonly QueryKind[] = [
  { name: 'newest page', path: () => search('limit=20') },
  { name: 'by visitor', path: (random, all) => search(`visitor_id=${visitorId(somebody(random, all))}`) },
  { name: 'by account', path: (random, all) => search(`linked_id=${linkedId(member(random, all))}`) },
  { name: 'by address', path: (random, all) => search(`ip=${address(somebody(random, all))}`) },
  { name: 'by network', path: (random, all) => search(`asn=${asn(somebody(random, all))}`) },
  { name: 'rare country in a week', path: (random) => search(`country=IS&${week(random)}`) },
  { name: 'Tor in a week', path: (random) => search(`is_tor=true&${week(random)}`) },
  { name: 'VPNs, no data centres', path: () => search('is_vpn=true&is_datacenter=false&limit=50') },
  { name: 'no VPNs', path: () => search('is_vpn=false') },
  { name: 'by device', path: (random, all) => search(`device_hash=${deviceHash(somebody(random, all))}`) },
  { name: 'bots only', path: () => search('bot_result=bot&limit=50') },
  { name: 'high risk in a week', path: (random) => search(`min_risk_score=61&${week(random)}`) },
  { name: 'tag in a range of time', path: (random) => search(`tag=checkout&${week(random)}`) },
  {
    name: 'oldest first, page after page',
    path: (_random, _all, cursor) => search(`order=oldest&limit=100${cursor === null ? '' : `&cursor=${cursor}`}`),
  },
  { name: 'browser and system', path: () => search('browser_name=Firefox&os_name=Linux') },
  { name: 'tests', path: () => search('environment=test') },
  { name: 'nothing matches', path: (random) => search(`linked_id=nobody_${random.int(1e6)}`) },
  {
    name: 'history of a visitor',
    path: (random, all) => `/api/v1/visitors/${visitorId(somebody(random, all))}?limit=10`,
  },
]
