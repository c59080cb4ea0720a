import { behaviourWatchers } from '../behaviour/behaviour-watchers.ts'
import type { Watchers } from '../watch.ts'

/** What takes time to be seen: watched from the first result on, read whenever a late payload is made. */
export const watchers = {
  ...behaviourWatchers,
} satisfies Watchers
