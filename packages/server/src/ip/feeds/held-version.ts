import type { FeedState } from './feed-state.ts'

type Held = NonNullable<FeedState['held']>

/** A version that changed too much is believed when it was there this often, for as long as this. Chosen by hand, November 2026. */
const TIMES_MIN = 3
const SINCE_MS_MIN = 86_400_000

/** What is held after one more version changed too much: the same case again, or a new one when the size is another. */
export function heldVersion(
  before: Held | null,
  { sha256, entries }: Pick<Held, 'sha256' | 'entries'>,
  changeMax: number,
  now: number,
): Held {
  const same = before !== null && Math.abs(entries - before.entries) <= changeMax * before.entries
  return same ? { ...before, sha256, times: before.times + 1 } : { sha256, entries, since: now, times: 1 }
}

/** Whether it stayed so for long enough to be no mistake. */
export const isSettled = ({ times, since }: Held, now: number): boolean =>
  times >= TIMES_MIN && now - since >= SINCE_MS_MIN
