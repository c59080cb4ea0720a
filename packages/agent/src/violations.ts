import { nowMs } from './clock.ts'
import type { Global } from './global.ts'
import { listen } from './listen.ts'

/** Remembers when the page's content security policy forbade something. */
export interface ViolationWatch {
  /** Whether that happened at this time of `nowMs` or later. */
  seenSince(ms: number): boolean
  stop(): void
}

/**
 * Starts to watch. The event does not say whose doing it was, and comes in a later task than the deed, so a violation
 * only ever explains why a source failed; it never takes a value away.
 *
 * Spec: https://w3c.github.io/webappsec-csp/#report-violation
 */
export function watchViolations(g: Global): ViolationWatch {
  // Before all times.
  let latestMs = -1
  const stop = listen(g.document, 'securitypolicyviolation', () => {
    latestMs = nowMs(g)
  })
  return { seenSince: (ms) => latestMs >= ms, stop }
}
