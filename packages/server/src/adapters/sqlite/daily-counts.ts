import type { DatabaseSync } from 'node:sqlite'
import type { TracioEvent } from '@tracio/contract'

const DAY_MS = 86_400_000

const dayOf = (at: number): number => Math.floor(at / DAY_MS)

/** What a day counts, and which events count. Ids of nobody: the counts outlive an erasure. */
const counted = {
  /** The visitor's first event of the day, so that the sum over a day is the number of visitors. */
  visitors: ({ session, identification: { lastSeenAt }, at }) =>
    session === 'fresh' && (lastSeenAt === null || dayOf(lastSeenAt) < dayOf(at)),
  new_visitors: ({ identification }) => identification.kind === 'new',
  bots: ({ bot }) => bot.result === 'bot',
  uncertain: ({ bot }) => bot.result === 'uncertain',
  challenges: ({ decision }) => decision.action === 'challenge',
  reviews: ({ decision }) => decision.action === 'review',
  denials: ({ decision }) => decision.action === 'deny',
  replayed: ({ session }) => session === 'replayed',
  expired: ({ session }) => session === 'expired',
} satisfies Readonly<Record<string, (event: TracioEvent) => boolean>>

/** Adds one event to the counts of its day (UTC), inside a transaction that the caller holds. */
export type CountDay = (workspace: number, event: TracioEvent) => void

/** Moves the counts of an event's day from what the event was to what it is, inside a transaction of the caller. */
export type RecountDay = (workspace: number, before: TracioEvent, after: TracioEvent) => void

const flagsOf = (event: TracioEvent): readonly number[] => Object.values(counted).map((counts) => Number(counts(event)))

/** Prepares the statement once. */
export function prepareDailyCounts(db: DatabaseSync): CountDay {
  const names = Object.keys(counted)
  const add = db.prepare(
    `INSERT INTO daily_counts (workspace, day, environment, events, ${names.join(', ')})
     VALUES (?, ?, ?, 1, ${names.map(() => '?').join(', ')})
     ON CONFLICT (workspace, day, environment) DO UPDATE SET events = events + 1,
       ${names.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
  )
  return (workspace, event) => {
    add.run(workspace, dayOf(event.at), event.environment, ...flagsOf(event))
  }
}

/** Prepares the statement once. Both events must be of one day and one environment. */
export function prepareDailyRecount(db: DatabaseSync): RecountDay {
  const move = db.prepare(
    `UPDATE daily_counts SET ${Object.keys(counted)
      .map((name) => `${name} = ${name} + ?`)
      .join(', ')}
     WHERE workspace = ? AND day = ? AND environment = ?`,
  )
  return (workspace, before, after) => {
    const was = flagsOf(before)
    const changes = flagsOf(after).map((flag, index) => flag - (was[index] ?? 0))
    if (changes.some((change) => change !== 0)) move.run(...changes, workspace, dayOf(after.at), after.environment)
  }
}
