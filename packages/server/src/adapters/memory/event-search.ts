import type { TracioEvent, VisitorId, WorkspaceId } from '@tracio/contract'
import {
  type DayCounts,
  type EventFilter,
  type EventPage,
  type EventQuery,
  type EventSearch,
  LINKED_IDS_FROM_EVENTS,
  LINKED_IDS_MAX,
  type NetworkFlag,
  networkFlags,
  type VisitorSummary,
} from '../../ports/event-search.ts'
import type { AddressFacts, LedgerEntry } from '../../ports/ledger.ts'
import { serializePage } from '../../search/serialize-page.ts'
import type { MemoryStore } from './store.ts'

/** Searches of a memory ledger's store: every event is looked at, every time. */
export function createMemoryEventSearch({ entries, days }: MemoryStore): EventSearch {
  /** Numbers of entries, in the order of their requests; an entry that is amended keeps its number. */
  const numbers = new Map<string, number>()
  const numbered = (workspace: WorkspaceId): Numbered[] => {
    for (const place of entries.keys()) if (!numbers.has(place)) numbers.set(place, numbers.size + 1)
    return [...entries]
      .filter(([, { event }]) => event.workspaceId === workspace)
      .map(([place, { event, address, change }]) => ({ event, address, change, number: numbers.get(place) ?? 0 }))
  }

  return {
    async search(workspace, query) {
      return { found: pageOf(numbered(workspace), query) }
    },
    async serialized(workspace, query, form) {
      return { found: serializePage(pageOf(numbered(workspace), query), form) }
    },
    async visitor(workspace, visitorId) {
      return { found: summaryOf(numbered(workspace), visitorId) }
    },
    async daily(workspace, { from, to, environment }) {
      const found = [...days.values()]
        .filter(({ workspaceId, day }) => workspaceId === workspace && day >= from && day <= to)
        .filter((day) => environment === undefined || day.environment === environment)
        .sort((a, b) => a.day - b.day || (a.environment < b.environment ? -1 : 1))
        .map(({ workspaceId: _asked, ...day }): DayCounts => day)
      return { found }
    },
    async close() {
      numbers.clear()
    },
  }
}

interface Numbered extends Pick<LedgerEntry, 'event' | 'address' | 'change'> {
  readonly number: number
}

function pageOf(entries: readonly Numbered[], { filter, order, limit, after }: EventQuery): EventPage {
  const direction = order === 'newest' ? -1 : 1
  const compare = (a: Place, b: Place): number => direction * (a.at - b.at || a.number - b.number)
  const found = entries
    .filter((entry) => matches(entry, filter))
    .map(({ event, number }) => ({ event, number, at: event.at }))
    .filter((place) => !after || compare(place, after) > 0)
    .sort(compare)
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return { events: page.map(({ event }) => event), next: last ? { at: last.at, number: last.number } : null }
}

type Place = { readonly at: number; readonly number: number }

/** Whether a filter is content with an event, one by one. */
const demands: {
  readonly [K in Exclude<keyof EventFilter, NetworkFlag>]-?: (
    filter: EventFilter,
    event: TracioEvent,
    address: AddressFacts,
  ) => boolean
} = {
  from: ({ from }, { at }) => from === undefined || at >= from,
  to: ({ to }, { at }) => to === undefined || at < to,
  visitorId: ({ visitorId }, { identification }) => fits(visitorId, identification.visitorId),
  linkedId: ({ linkedId }, event) => fits(linkedId, event.linkedId),
  ip: ({ ip }, event) => fits(ip, event.ip),
  tag: ({ tag }, event) => fits(tag, event.tag),
  country: ({ country }, _event, address) => fits(country, address.country),
  asn: ({ asn }, _event, address) => fits(asn, address.asn),
  deviceHash: ({ deviceHash }, { identification }) => fits(deviceHash, identification.deviceHash),
  botResult: ({ botResult }, { bot }) => fits(botResult, bot.result),
  botType: ({ botType }, { bot }) => fits(botType, bot.type),
  riskLevel: ({ riskLevel }, { decision }) => fits(riskLevel, decision.riskLevel),
  minRiskScore: ({ minRiskScore }, { score }) => minRiskScore === undefined || score.riskScore >= minRiskScore,
  maxRiskScore: ({ maxRiskScore }, { score }) => maxRiskScore === undefined || score.riskScore <= maxRiskScore,
  action: ({ action }, { decision }) => fits(action, decision.action),
  session: ({ session }, event) => fits(session, event.session),
  environment: ({ environment }, event) => fits(environment, event.environment),
  browser: ({ browser }, event) => fits(browser, event.browser?.name),
  os: ({ os }, event) => fits(os, event.os?.name),
  device: ({ device }, event) => fits(device, event.device),
  matchKinds: ({ matchKinds }, { identification }) =>
    matchKinds === undefined || matchKinds.includes(identification.kind),
}

const fitsNetwork = (filter: EventFilter, { network }: TracioEvent): boolean =>
  networkFlags.every((flag) => {
    const wanted = filter[flag]
    return wanted === undefined || network[flag].status === (wanted ? 'detected' : 'clear')
  })

const fits = <T extends string | number>(wanted: T | undefined, has: T | null | undefined): boolean =>
  wanted === undefined || wanted === has

const matches = ({ event, address }: Numbered, filter: EventFilter): boolean =>
  Object.values(demands).every((isContent) => isContent(filter, event, address)) && fitsNetwork(filter, event)

function summaryOf(entries: readonly Numbered[], visitorId: VisitorId): VisitorSummary | undefined {
  const theirs = entries
    .filter(({ event }) => event.identification.visitorId === visitorId)
    .sort((a, b) => b.event.at - a.event.at || b.number - a.number)
  const seen = theirs.filter(({ change }) => change.kind !== 'none').map(({ event }) => event.at)
  const made = theirs.find(({ change }) => change.kind === 'create')
  const [last] = seen
  if (!made || last === undefined) return
  const linked = theirs.slice(0, LINKED_IDS_FROM_EVENTS).flatMap(({ event }) => event.linkedId ?? [])
  return {
    visitorId,
    firstSeenAt: made.event.at,
    lastSeenAt: last,
    visits: seen.length,
    events: theirs.length,
    linkedIds: [...new Set(linked)].slice(0, LINKED_IDS_MAX),
    lastEvent: theirs[0]?.event ?? null,
  }
}
