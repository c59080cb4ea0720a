import type { VisitorId } from '@tracio/contract'
import type { AddressHistory } from '@tracio/engine'
import { parseAddress } from '../../ip/parse-address.ts'
import { type AddressHistories, HISTORY_DAYS, type HistoryQuery } from '../../ports/address-histories.ts'
import type { CountersPast, Visit } from '../../ports/counters.ts'
import { createAddressDays, VISITOR_BOUND } from './address-days.ts'

/** Histories in memory. They answer at once, and can be filled with what was stored before. */
export interface MemoryAddressHistories extends AddressHistories {
  observe(query: HistoryQuery): AddressHistory
  add(visit: Visit): void
  /** Bytes that the histories take, as they are reckoned. */
  bytes(): number
  readonly past: CountersPast
}

const DAY_MS = 86_400_000

/** Room for some 250,000 addresses with a visitor or two each. Chosen by hand, November 2026. */
const MEMORY_BYTES = 64 * 1024 * 1024

const UNKNOWN: AddressHistory = { zoneVisits7d: null, zoneMismatches7d: null }

const dayOf = (at: number): number => Math.floor(at / DAY_MS)

function networkOf(ip: string): string {
  const address = parseAddress(ip)
  return address?.version === 6 ? `${address.words[0].toString(36)}:${address.words[1].toString(36)}` : ip
}

/** FNV-1a, twice. Ids are drawn by the server, so nobody can choose two that are alike. */
function visitorNumber(id: VisitorId): number {
  let high = 0x811c9dc5
  let low = 0
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x85ebca6b)
  }
  return ((high >>> 0) + (low >>> 16) * 2 ** 32) % VISITOR_BOUND
}

/** Histories in bounded memory. Nothing survives the process; `past` fills it again. */
export function createMemoryAddressHistories(memoryBytes = MEMORY_BYTES): MemoryAddressHistories {
  const days = createAddressDays(memoryBytes)
  const scopes = new Map<string, number>()
  /** What was before is not known. */
  let knownSince = Number.NEGATIVE_INFINITY

  function keyOf({ workspaceId, environment, ip }: HistoryQuery): string {
    const scope = `${workspaceId} ${environment}`
    const number = scopes.get(scope) ?? scopes.size
    scopes.set(scope, number)
    return `${number} ${networkOf(ip)}`
  }

  function count(visit: Visit, isPast: boolean): void {
    const { at, trusted, visitorId, zoneFits: fits } = visit
    if (!trusted || visitorId === null || fits === null) return
    days.count(keyOf(visit), { day: dayOf(at), visitor: visitorNumber(visitorId), fits }, isPast)
  }

  return {
    observe(query) {
      const first = dayOf(query.at) - HISTORY_DAYS + 1
      return knownSince > first * DAY_MS ? UNKNOWN : (days.sum(keyOf(query), first) ?? UNKNOWN)
    },
    add: (visit) => count(visit, false),
    bytes: days.bytes,
    past: {
      horizonMs: HISTORY_DAYS * DAY_MS,
      knownSince(since) {
        knownSince = since
      },
      restore(visit) {
        count(visit, true)
        return true
      },
    },
  }
}
