import type { AcceptedList, AddressRanges } from '../list-parts.ts'
import { pagedWords } from '../paged-arrays.ts'
import type { ListException } from './label-lists.ts'

/** Lists whose ranges lie in one piece of memory, which can be handed to a thread without another copy. */
export interface PackedLists {
  readonly lists: readonly AcceptedList[]
  readonly exceptions: readonly ListException[]
  readonly buffer: ArrayBuffer
}

/** Copies lists into one piece of memory. */
export function packLists(lists: readonly AcceptedList[], exceptions: readonly ListException[]): PackedLists {
  const heaps = [...lists.flatMap(({ parts }) => parts), ...exceptions]
  const words = pagedWords(heaps.reduce((length, { ranges }) => length + ranges.v4.length + ranges.v6.length, 0))
  let done = 0
  function packed(own: Uint32Array): Uint32Array<ArrayBuffer> {
    words.set(own, done)
    done += own.length
    return words.subarray(done - own.length, done)
  }
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
