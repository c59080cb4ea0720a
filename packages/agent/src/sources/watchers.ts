import type { Watchers } from '../watch.ts'

/** Every signal that takes time to be seen, and who watches for it. All are of the family `behaviour`. */
export const watchers = {} satisfies Watchers
