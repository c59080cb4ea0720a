import type { Turns } from './turns.ts'

type Numbers = Float64Array | Uint32Array
type Compare = (a: number, b: number) => number

/** So many are sorted at once, which takes a millisecond or two. */
const RUN = 16_384

/** Merge sort, in place, with turns in between; by their size where nothing compares. `spare` has room for all numbers. */
export function sortInTurns<T extends Numbers>(numbers: T, spare: T, turns: Turns, compare?: Compare): void {
  const { length } = numbers
  for (let from = 0; from < length; from += RUN) {
    numbers.subarray(from, from + RUN).sort(compare)
    turns()
  }
  let sorted = numbers
  let other = spare
  for (let width = RUN; width < length; width *= 2) {
    for (let from = 0; from < length; from += 2 * width) {
      const middle = Math.min(from + width, length)
      merge(sorted, other, { from, middle, end: Math.min(middle + width, length) }, turns, compare)
    }
    ;[sorted, other] = [other, sorted]
  }
  if (sorted !== numbers) numbers.set(sorted)
}

/** Merges what is sorted from `from` to `middle` and from there to `end` into the same place of another array. */
function merge(
  source: Numbers,
  target: Numbers,
  { from, middle, end }: { readonly from: number; readonly middle: number; readonly end: number },
  turns: Turns,
  compare: Compare | undefined,
): void {
  let left = from
  let right = middle
  let at = from
  while (left < middle && right < end) {
    const a = source[left] ?? 0
    const b = source[right] ?? 0
    if (compare ? compare(a, b) <= 0 : a <= b) {
      target[at++] = a
      left++
    } else {
      target[at++] = b
      right++
    }
    if (at % RUN === 0) turns()
  }
  target.set(source.subarray(left, middle), at)
  target.set(source.subarray(right, end), at + middle - left)
}
