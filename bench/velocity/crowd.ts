import type { EpochMs, VisitorId, WorkspaceId } from '@tracio/contract'
import type { Visit } from '../../packages/server/src/ports/counters.ts'
import type { Random } from '../ingest/random.ts'

/** Who comes in the benchmark, and how often. */
export interface Crowd {
  readonly visits: number
  readonly spanMs: number
  /** Few of them come often and most seldom: the share of a number falls with its square. */
  readonly visitors: number
}

/** Visits made together, so that making them is not timed with counting them. */
const BATCH = 10_000

/** Every so many visits come from a busy address, an office, and from a visitor that is a script. */
const OFFICE_EVERY = 20
const SCRIPT_EVERY = 25

/**
 * Random visits in batches. Their texts are as new as those of requests: a server gets no text twice as the same object,
 * whose hash it would know.
 */
export function* crowd({ visits, spanMs, visitors }: Crowd, random: Random): Generator<readonly Visit[]> {
  for (let first = 0; first < visits; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, visits - first) }, (_, index) =>
      visit(first + index, Math.floor((spanMs * (first + index)) / visits), visitors, random),
    )
    // What was written from visits is read as visits.
    yield JSON.parse(JSON.stringify(batch)) as Visit[]
  }
}

function visit(number: number, at: number, visitors: number, random: Random): Visit {
  const who = number % SCRIPT_EVERY === 0 ? 0 : 1 + Math.floor(random.share() ** 2 * visitors)
  // Phones change addresses: one visit in eight comes from elsewhere.
  const place = number % OFFICE_EVERY === 0 ? 0 : random.share() < 0.125 ? random.int(visitors) : who
  return {
    workspaceId: (random.share() < 0.9 ? 'ws_shop' : 'ws_other') as WorkspaceId,
    environment: random.share() < 0.95 ? 'live' : 'test',
    // Requests are stored a little out of order.
    at: (at - random.int(500)) as EpochMs,
    trusted: random.share() < 0.98,
    visitorId: `visitor${String(who).padStart(9, '0')}` as VisitorId,
    ip: `10.${place & 255}.${(place >> 8) & 255}.${place >> 16}`,
    linkedId: random.share() < 0.3 ? `account-${who >> 1}` : null,
    tag: random.share() < 0.5 ? 'login' : null,
    deviceHash: null,
    country: random.share() < 0.9 ? `C${place % 40}` : null,
    countryAsked: true,
    zoneFits: null,
  }
}
