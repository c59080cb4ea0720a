import type { Global } from './global.ts'
import { listen } from './listen.ts'

/** Remembers whether the page's content security policy forbade a worker. */
export interface ViolationWatch {
  /** Whether that happened since the watch began. */
  readonly seen: boolean
  stop(): void
}

/**
 * Starts to watch. The event does not say whose doing it was, and comes in a later task than the deed, so a violation
 * only ever explains why a source of a worker failed; it never takes a value away. Of all that policies forbid, sources need
 * nothing but workers: their frames are empty, which no policy forbids, they load no images, and WebRTC is no connection to
 * policies (Chromium 156, Firefox 153 and WebKitGTK 2.50, which all call it `worker-src` whatever directive forbade it,
 * November 2026). So what a page itself does against its policy is no reason why they fail.
 *
 * Spec: https://w3c.github.io/webappsec-csp/#report-violation
 */
export function watchViolations({ document }: Global): ViolationWatch {
  const watch = {
    seen: false,
    stop: listen(document, 'securitypolicyviolation', ({ effectiveDirective }) => {
      if (effectiveDirective === 'worker-src') watch.seen = true
    }),
  }
  return watch
}
