import type { Source } from '../source.ts'

/**
 * The circumstances in which the page is shown, which decide what else can be read: a secure context, isolation, a frame,
 * an origin of its own.
 *
 * Spec: https://html.spec.whatwg.org/multipage/webappapis.html#dom-issecurecontext
 * Absent: nowhere; what the browser does not tell is null.
 * Checked: Chromium 156, Firefox ESR 153, WebKitGTK 2.50; November 2026.
 */
export const pageContext: Source<'pageContext'> = (g) => ({
  value: {
    secure: g.isSecureContext ?? null,
    isolated: g.crossOriginIsolated ?? null,
    framed: g.top === undefined ? null : g.top !== g,
    opaqueOrigin: g.location?.origin === undefined ? null : g.location.origin === 'null',
  },
})
