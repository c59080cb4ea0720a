import type { AddressRanges, ListPart, ParsedList } from '../list-parts.ts'
import { ListFormatError } from '../parse/list-format-error.ts'
import { type ParserName, parseList } from '../parse/parse-list.ts'
import type { ParseOptions } from '../parse/parse-options.ts'
import { changeOf } from './change-of.ts'
import type { FeedGates } from './feed.ts'
import type { FeedProblem } from './feed-problem.ts'
import { knownGood } from './known-good.ts'
import { sortOut } from './sort-out.ts'
import { coveredBy, type Spans, sizeOf, touches } from './spans.ts'

/** A list as fetched, and what it is held against. Crosses between threads. */
export interface InspectJob {
  readonly bytes: Uint8Array
  readonly parser: ParserName
  readonly options: ParseOptions
  readonly gates: FeedGates
  /** Whether its kind accuses: such lists must leave well-known public resolvers alone. */
  readonly accuses: boolean
  /** What the last version covers; null: there is none to compare with, or somebody has confirmed the change. */
  readonly previous: readonly AddressRanges[] | null
  /** Takes private and documentation space as any other: for networks and tests of one's own. */
  readonly specialSpaceAllowed: boolean
}

/** What a list amounts to. */
export interface ListFigures {
  readonly entries: number
  /** Lines that were not understood, and the first of them, for the operator. */
  readonly rejected: number
  readonly rejectedExamples: readonly string[]
  /** Entries left out because no public list may have them. */
  readonly dropped: number
  /** IPv4 addresses covered, each once. */
  readonly addresses: number
  /** Separate ranges of IPv6. */
  readonly ranges6: number
}

/** A list that may be used, or why not. */
export type Inspection =
  | { readonly parts: readonly ListPart[]; readonly figures: ListFigures }
  | { readonly problem: FeedProblem; readonly figures: ListFigures | null }

/** More bad lines than these are another format. Real lists have none or a handful. Chosen by hand, November 2026. */
const REJECTED_SHARE_MAX = 0.1

/** More strays than these are a list gone wrong: of those known to have some, Vultr's has most, 4 % (August 2026). */
const DROPPED_SHARE_MAX = 0.1

/** Parses a list and lets it through its gates. Blocks for a few tenths of a second: it belongs in a thread. */
export function inspectList(job: InspectJob): Inspection {
  const parsed = parseOrProblem(job)
  if ('problem' in parsed) return { ...parsed, figures: null }
  const { parts, kept, special, short } = sortOut(parsed.parts, job.specialSpaceAllowed)
  const covered = coveredBy(parts.map((part) => part.ranges))
  const { rejected, rejectedExamples } = parsed
  const figures: ListFigures = {
    entries: kept,
    rejected,
    rejectedExamples,
    dropped: special + short,
    addresses: sizeOf(covered.v4),
    ranges6: covered.v6.length,
  }
  const problem =
    misread(parsed) ??
    strayed(job.gates, kept, special, short) ??
    outOfBounds(job.gates, figures) ??
    unlikely(job, covered)
  return problem ? { problem, figures } : { parts, figures }
}

function parseOrProblem({ parser, bytes, options }: InspectJob): ParsedList | { readonly problem: FeedProblem } {
  try {
    return parseList(parser, bytes, options)
  } catch (error) {
    if (error instanceof ListFormatError) return { problem: { code: 'format_unknown', message: error.message } }
    throw error
  }
}

/** Whether the parser and the file agree on what was read. */
function misread({ accepted, rejected, announced }: ParsedList): FeedProblem | undefined {
  const lines = accepted + rejected
  if (rejected > lines * REJECTED_SHARE_MAX) {
    return { code: 'lines_rejected', message: `${rejected} of its ${lines} entries were not understood.` }
  }
  if (announced === undefined || announced === lines) return
  return { code: 'count_differs', message: `It says that it has ${announced} entries, and has ${lines}.` }
}

function strayed({ strays }: FeedGates, kept: number, special: number, short: number): FeedProblem | undefined {
  const dropped = special + short
  if (dropped === 0 || (strays === 'drop' && dropped <= (kept + dropped) * DROPPED_SHARE_MAX)) return
  return short > 0
    ? { code: 'prefix_too_short', message: `${short} of its networks are larger than a /8 of IPv4 or a /19 of IPv6.` }
    : { code: 'special_space', message: `${special} of its entries are private, reserved or documentation space.` }
}

function outOfBounds(gates: FeedGates, { entries, addresses }: ListFigures): FeedProblem | undefined {
  const [least, most] = gates.entries
  if (entries < least || entries > most) {
    return { code: 'entries_out_of_bounds', message: `It has ${entries} entries; ${least} to ${most} are believed.` }
  }
  const [smallest, largest] = gates.addresses ?? [0, Number.POSITIVE_INFINITY]
  if (addresses >= smallest && addresses <= largest) return
  const message = `It covers ${addresses} IPv4 addresses; ${smallest} to ${largest} are believed.`
  return { code: 'space_out_of_bounds', message }
}

/** Whether it accuses whom nobody can mean, or has become another list overnight. */
function unlikely({ accuses, previous, gates }: InspectJob, covered: Spans): FeedProblem | undefined {
  const accused = accuses
    ? knownGood.find(({ version, span }) => touches(version === 4 ? covered.v4 : covered.v6, span))
    : undefined
  if (accused) return { code: 'known_good_listed', message: `It lists ${accused.address}, a public resolver.` }
  if (previous === null || gates.changeMax === null) return
  const change = changeOf(coveredBy(previous), covered)
  if (change <= gates.changeMax) return
  const message = `${percent(change)} of it changed at once; ${percent(gates.changeMax)} are believed.`
  return { code: 'changed_too_much', message }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`
