import type { GeoDatabases } from './hold-databases.ts'

/** New issues come once a day at the most; a look costs a `stat` a file. Chosen by hand, November 2026. */
const EVERY_MS = 60_000

/** Something that looks again and again. */
export interface Watching {
  /** Ends the looking; a look that is under way is finished first. */
  readonly close: () => Promise<void>
}

/** Takes over changed files while the server runs. Does not keep the process alive. */
export function watchDatabases(databases: Pick<GeoDatabases, 'refresh'>, everyMs: number = EVERY_MS): Watching {
  let looking: Promise<void> = Promise.resolve()
  let isLooking = false
  const timer = setInterval(() => {
    // A large file on a slow disk takes longer than a minute.
    if (isLooking) return
    isLooking = true
    looking = databases.refresh().finally(() => {
      isLooking = false
    })
  }, everyMs)
  timer.unref()
  return {
    close: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
