import type { Listeners, WatchedEvent } from '../src/behaviour/behaviour-extras.ts'
import { createSummaries, type Summaries } from '../src/behaviour/summaries.ts'

/** An event as a hand makes it: its type, when in ms, and what else it says. */
export type Told = readonly [type: string, atMs: number, more?: Partial<WatchedEvent>]

/** What the browser makes of it. */
export const eventOf = ([type, timeStamp, more]: Told): WatchedEvent => ({
  type,
  timeStamp,
  isTrusted: true,
  isPrimary: true,
  target: undefined,
  ...more,
})

/** What a part of the watching sums up of some events. */
export function summed(part: (add: Summaries['add']) => Listeners, events: readonly Told[]): Summaries['read'] {
  const { add, read } = createSummaries()
  const on = part(add)
  for (const event of events.map(eventOf)) on[event.type]?.(event)
  return read
}

/** A move to a place. */
export const move = (atMs: number, clientX: number, clientY: number, more?: Partial<WatchedEvent>): Told => [
  'pointermove',
  atMs,
  { clientX, clientY, ...more },
]
