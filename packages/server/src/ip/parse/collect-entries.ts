import type { ListHit } from '@tracio/contract'
import type { ParsedList } from '../list-parts.ts'
import { limitRanges } from './limit-ranges.ts'
import { ListFormatError } from './list-format-error.ts'
import { parseRange } from './parse-range.ts'
import { createRangeBuilder, type RangeBuilder, type RangeSink } from './range-builder.ts'
import { shorten } from './shorten.ts'

/** How many entries that were not understood are kept for the operator: enough to see what changed. */
const REJECTED_EXAMPLES_MAX = 5

type PartLabel = Pick<ListHit, 'count' | 'protocol' | 'country'> & { readonly provider?: string }

/** What a parser tells while it reads. */
export interface EntryCollector {
  /** A new part of the list; without a provider of its own it has the one of the whole list. Empty parts are left out. */
  part(label?: PartLabel): RangeSink
  /** One entry is over: understood and in its part already, or not, and then it stands between the positions. */
  note(understood: boolean, text: string, from: number, to: number): void
  /** An entry was not understood. */
  reject(shown: string): void
  /** The file says how many entries it has; forgotten where limits leave some out, because then it compares with nothing. */
  announce(entries: number): void
  /** Throws `ListFormatError` when there were entries, and not one was understood. */
  finish(): ParsedList
}

/** What is the same for the whole list. `within`: CIDR blocks; what does not lie inside one is left out and not counted. */
export interface CollectOptions {
  readonly provider?: string
  readonly within?: readonly string[]
}

/** Counts and keeps what a parser finds in one file. */
export function collectEntries({ provider, within }: CollectOptions = {}): EntryCollector {
  const limits = within === undefined ? undefined : rangesOf(within).ranges()
  const parts: { readonly label: PartLabel; readonly builder: RangeBuilder }[] = []
  const rejectedExamples: string[] = []
  let understood = 0
  let rejected = 0
  let announced: number | undefined
  const reject = (shown: string): void => {
    rejected++
    if (rejectedExamples.length < REJECTED_EXAMPLES_MAX) rejectedExamples.push(shorten(shown))
  }
  return {
    part(label = {}) {
      const builder = createRangeBuilder()
      parts.push({ label, builder })
      return limits === undefined ? builder : limitRanges(limits, builder)
    },
    note(isUnderstood, text, from, to) {
      if (isUnderstood) understood++
      else if (rejectedExamples.length < REJECTED_EXAMPLES_MAX) reject(text.slice(from, to))
      else rejected++
    },
    reject,
    announce(entries) {
      announced = entries
    },
    finish() {
      if (understood === 0 && rejected > 0) {
        throw new ListFormatError(
          `None of its ${rejected} entries is one of this format; the first reads "${rejectedExamples[0]}".`,
        )
      }
      const filled = parts.filter(({ builder }) => builder.size() > 0)
      return {
        parts: filled.map(({ label, builder }) => ({ provider: provider ?? null, ...label, ranges: builder.ranges() })),
        accepted: filled.reduce((sum, { builder }) => sum + builder.size(), 0),
        rejected,
        rejectedExamples,
        ...(announced === undefined || limits !== undefined ? {} : { announced }),
      }
    },
  }
}

function rangesOf(blocks: readonly string[]): RangeBuilder {
  const builder = createRangeBuilder()
  for (const block of blocks) {
    if (!parseRange(block, 0, block.length, builder)) throw new TypeError(`"${block}" is no CIDR block`)
  }
  return builder
}
