import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listKinds, type ThreatKind } from '@tracio/contract'
import { type Static, Type } from 'typebox'
import Schema from 'typebox/schema'
import { OperatorError } from '../../operator-error.ts'
import { parserNames } from '../parse/parse-list.ts'
import { customFeedMistake } from './custom-feed-mistake.ts'
import type { Feed } from './feed.ts'
import { writeWhole } from './write-whole.ts'

/** What a list of threats can accuse of; the compiler holds it against the contract. */
export const threatKinds = [
  'emailSpam',
  'attackSource',
  'malware',
  'credentialStuffing',
] as const satisfies ThreatKind[]

/** Kinds that feeds can be of; the others are the operator's own lists. */
export const feedKinds = listKinds.filter((kind) => kind !== 'allow' && kind !== 'block' && kind !== 'office')

/** Enough for everything that one would add by hand. Chosen by hand, November 2026. */
const CUSTOM_FEEDS_MAX = 100

/** No list has more columns. Chosen by hand, November 2026. */
export const COLUMN_MAX = 1000

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const MIB = 1024 * 1024

/** Shortest pause between two questions to a source: nobody's list is better than its minutes. */
export const PERIOD_MS_MIN = 5 * MINUTE_MS

/** Longest: what is not asked within a month is not kept up. */
export const PERIOD_MS_MAX = 30 * DAY_MS

const schema = Type.Object({
  id: Type.String({ pattern: '^[a-z][a-z0-9_]{0,63}$' }),
  url: Type.String({ pattern: '^https?://', maxLength: 2048 }),
  parser: Type.Enum([...parserNames]),
  kind: Type.Enum([...feedKinds]),
  threat: Type.Optional(Type.Enum([...threatKinds])),
  options: Type.Optional(
    Type.Object({
      column: Type.Optional(Type.Integer({ minimum: 0, maximum: COLUMN_MAX })),
      header: Type.Optional(Type.Boolean()),
      paths: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 10 })),
      protocol: Type.Optional(Type.Enum(['http', 'socks4', 'socks5'])),
    }),
  ),
  provider: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  periodMs: Type.Integer({ minimum: PERIOD_MS_MIN, maximum: PERIOD_MS_MAX }),
  /** Whether an address that it does not list is clear of its kind. */
  clears: Type.Boolean(),
})
const check = Schema.Compile(Type.Array(schema, { maxItems: CUSTOM_FEEDS_MAX }))

/** A feed that the operator added. */
export type CustomFeed = Static<typeof schema>

const fileOf = (dataDir: string): string => join(dataDir, 'feeds', 'custom.json')

/** The operator's feeds. Throws an `OperatorError` when the file was edited into something else. */
export async function readCustomFeeds(dataDir: string): Promise<readonly CustomFeed[]> {
  const file = fileOf(dataDir)
  const refuse = (why: string): never => {
    throw new OperatorError(`${file} ${why} Correct or restore it, or remove it and add the feeds again.`)
  }
  let feeds: unknown
  try {
    feeds = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    if (!(error instanceof SyntaxError)) throw error
    return refuse('is no JSON.')
  }
  if (!check.Check(feeds)) return refuse(`does not hold feeds: ${firstError(feeds)}.`)
  for (const feed of feeds) {
    const mistake = customFeedMistake(feed)
    if (mistake !== undefined) return refuse(`has a feed "${feed.id}" that cannot be: ${mistake}`)
  }
  return feeds
}

/** Where the file differs from feeds first, never what stands there: addresses may hold a token. */
function firstError(feeds: unknown): string {
  const [, [first]] = check.Errors(feeds)
  return first === undefined ? 'it has another shape' : `${first.instancePath || 'the whole'} ${first.message}`
}

/** Puts these in place of all that there were. Throws an `OperatorError` for too many. */
export async function writeCustomFeeds(dataDir: string, feeds: readonly CustomFeed[]): Promise<void> {
  if (feeds.length > CUSTOM_FEEDS_MAX) throw new OperatorError(`There can be ${CUSTOM_FEEDS_MAX} feeds of your own.`)
  await writeWhole(fileOf(dataDir), `${JSON.stringify(feeds, null, 2)}\n`)
}

/**
 * An operator's feed as the table would have it. Nobody knows what such a list is usually like, so only what no list may
 * have is refused; it is stale after three periods, and after a day at the earliest.
 */
export const customFeed = ({
  id,
  url,
  parser,
  options,
  kind,
  threat,
  provider,
  periodMs,
  clears,
}: CustomFeed): Feed => ({
  id,
  urls: [url],
  parser,
  ...(options === undefined ? {} : { options }),
  kind,
  ...(threat === undefined ? {} : { threat }),
  provider: provider ?? null,
  periodMs,
  minIntervalMs: MINUTE_MS,
  bytesMax: 64 * MIB,
  licence: 'operator',
  attribution: null,
  enabledByDefault: true,
  maxAgeMs: Math.max(DAY_MS, 3 * periodMs),
  stillMaxMs: null,
  gates: { entries: [1, 2_000_000], strays: 'refuse', changeMax: null },
  clears: clears ? [4, 6] : [],
})
