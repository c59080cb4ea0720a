import { type Static, Type } from 'typebox'
import Schema from 'typebox/schema'
import { type FeedProblemCode, feedProblems } from './feed-problem.ts'

const count = Type.Integer({ minimum: 0 })
/** Milliseconds since 1970. */
const time = Type.Integer({ minimum: 0 })
const text = Type.String({ maxLength: 4096 })

const figures = {
  entries: count,
  rejected: count,
  rejectedExamples: Type.Array(text, { maxItems: 100 }),
  dropped: count,
  addresses: count,
  ranges6: count,
}

/** A version of a list that lies on the disk under its hash. */
const version = Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), acceptedAt: time, ...figures })

/** Object.keys gives strings; these are the table's own. */
const problemCodes = Object.keys(feedProblems) as FeedProblemCode[]

const schema = Type.Object({
  /** Where the current version came from, and what the source calls it. */
  url: Type.Union([text, Type.Null()]),
  etag: Type.Union([text, Type.Null()]),
  lastModified: Type.Union([text, Type.Null()]),
  /** When we last tried, and when the source last answered anything. */
  triedAt: Type.Union([time, Type.Null()]),
  answeredAt: Type.Union([time, Type.Null()]),
  /** When the source last said that the current version is the latest. */
  confirmedAt: Type.Union([time, Type.Null()]),
  current: Type.Union([version, Type.Null()]),
  previous: Type.Union([version, Type.Null()]),
  /** A version that changed too much at once: it waits for somebody's word, or for a day in which it stays so. */
  held: Type.Union([Type.Object({ sha256: text, since: time, times: count, entries: count }), Type.Null()]),
  /** Failed tries in a row. */
  failures: count,
  problem: Type.Union([Type.Object({ at: time, code: Type.Enum(problemCodes), message: text }), Type.Null()]),
  nextAt: time,
})

/** All that is known of a feed between two fetches, as it lies on the disk. */
export type FeedState = Static<typeof schema>
export type ListVersion = Static<typeof version>

const check = Schema.Compile(schema)

/** A feed that nobody has asked yet: it is due at once. */
export const newFeedState: FeedState = {
  url: null,
  etag: null,
  lastModified: null,
  triedAt: null,
  answeredAt: null,
  confirmedAt: null,
  current: null,
  previous: null,
  held: null,
  failures: 0,
  problem: null,
  nextAt: 0,
}

/** Reads a state as it was written. Undefined: it is none, or of another version of this program. */
export function parseFeedState(json: string): FeedState | undefined {
  try {
    const state: unknown = JSON.parse(json)
    return check.Check(state) ? state : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return
    throw error
  }
}
