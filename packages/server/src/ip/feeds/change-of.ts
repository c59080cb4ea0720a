import { intersect, type Spans, sizeOf } from './spans.ts'

/**
 * How much of a list has changed, 0 for nothing, 1 and more for everything: of IPv4, the addresses that came and went against
 * those that were there; of IPv6, the number of ranges, because their sizes tell nothing. The larger of the two.
 */
export function changeOf(before: Spans, after: Spans): number {
  const [sizeBefore, sizeAfter] = [sizeOf(before.v4), sizeOf(after.v4)]
  const common = sizeOf(intersect(before.v4, after.v4))
  return Math.max(
    share(sizeBefore + sizeAfter - 2 * common, sizeBefore),
    share(Math.abs(after.v6.length - before.v6.length), before.v6.length),
  )
}

/** A family that begins to be listed is news and no change: there was nothing to lose. */
const share = (changed: number, before: number): number => (before === 0 ? 0 : changed / before)
