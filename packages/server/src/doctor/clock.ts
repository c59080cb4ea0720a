import type { EpochMs } from '@tracio/contract'
import { type Check, type DatabaseCheck, type Diagnosis, ok, problem } from './check.ts'

/** No clock that goes right shows a time before this program was written. */
const WRITTEN_AT = Date.UTC(2026, 10, 1)

/** Two machines behind one database may differ by a little; this much is a clock that was set back. */
const AHEAD_MAX_MS = 5 * 60_000

const ADVICE = 'Set the clock, and let NTP keep it: sessions, expiries and "first seen" all go by it.'

/** Whether the clock can be right. */
export const clock: Check = { id: 'clock', examine: ({ now }) => judgeClock(now()) }

/** Judges a clock by what it shows. */
export const judgeClock = (now: EpochMs): Diagnosis =>
  now < WRITTEN_AT
    ? problem(`The clock shows ${new Date(now).toISOString()}, before this program was written.`, ADVICE)
    : ok(`The clock shows ${new Date(now).toISOString()}.`)

/** Whether the clock goes on from where the last event left it. */
export const clockOfEvents: DatabaseCheck = {
  id: 'clock_of_events',
  examine: ({ now }, db) => {
    // The number grows with every event, so this reads one row.
    const newest = Number(db.prepare('SELECT at FROM events ORDER BY number DESC LIMIT 1').get()?.['at'] ?? 0)
    const aheadMs = newest - now()
    if (aheadMs <= AHEAD_MAX_MS) return ok('No event is stored for the future.')
    return problem(`The newest event is ${Math.round(aheadMs / 1000)} s in the future: the clock was set back.`, ADVICE)
  },
}
