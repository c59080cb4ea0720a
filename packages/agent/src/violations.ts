import { nowMs } from './clock.ts'
import type { Global } from './global.ts'

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
  let latestMs = Number.NEGATIVE_INFINITY
  const note = (): void => {
    latestMs = nowMs(g)
  }
  g.document?.addEventListener?.(EVENT, note)
  return {
    seenSince: (ms) => latestMs >= ms,
    stop: () => g.document?.removeEventListener?.(EVENT, note),
  }
}

const EVENT = 'securitypolicyviolation'
