import { setImmediate as othersFirst } from 'node:timers/promises'
import type { AcceptedList, AddressRanges } from '../list-parts.ts'
import { pagedWords } from '../paged-arrays.ts'
import type { ListException } from './label-lists.ts'

/** Lists whose ranges lie in one piece of memory, which can be handed to a thread without another copy. */
export interface PackedLists {
  readonly lists: readonly AcceptedList[]
  readonly exceptions: readonly ListException[]
  readonly buffer: ArrayBuffer
}

/** What is copied at once, 256 KiB: a tenth of a millisecond, or half of one into new memory (November 2026). */
const WORDS_AT_ONCE = 64 * 1024

/** Copies lists into one piece of memory, once what they share, and lets whoever waits have the event loop in between. */
export async function packLists(
  lists: readonly AcceptedList[],
  exceptions: readonly ListException[],
): Promise<PackedLists> {
  const heaps = [...lists.flatMap(({ parts }) => parts), ...exceptions]
  const all = new Set(heaps.flatMap(({ ranges: { v4, v6 } }) => [v4, v6]))
  const words = pagedWords([...all].reduce((length, own) => length + own.length, 0))
  const places = new Map<Uint32Array, Uint32Array<ArrayBuffer>>()
  let done = 0
  let copied = 0
  for (const own of all) {
    places.set(own, words.subarray(done, done + own.length))
    for (let from = 0; from < own.length; from += WORDS_AT_ONCE) {
      const some = own.subarray(from, from + WORDS_AT_ONCE)
      words.set(some, done)
      done += some.length
      copied += some.length
      if (copied < WORDS_AT_ONCE) continue
      copied = 0
      await othersFirst()
    }
  }
  const packed = (own: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => places.get(own) ?? own
  const packedRanges = ({ v4, v6 }: AddressRanges): AddressRanges => ({ v4: packed(v4), v6: packed(v6) })
  return {
    lists: lists.map((list) => ({
      ...list,
      parts: list.parts.map((part) => ({ ...part, ranges: packedRanges(part.ranges) })),
    })),
    exceptions: exceptions.map(({ feed, ranges }) => ({ feed, ranges: packedRanges(ranges) })),
    buffer: words.buffer,
  }
}
