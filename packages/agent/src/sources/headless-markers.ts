import { answered } from '../answered.ts'
import { within } from '../clock.ts'
import { settledWindow } from '../settled-window.ts'
import { complete, type Source, unavailable } from '../source.ts'

/** A permission store that has not answered by then is not waited for. Chosen by hand, November 2026. */
const QUERY_MS = 300

/**
 * What a browser without a person in front of it tends to lack or to contradict: window borders, plugins, a decided
 * notification permission, focus, a measured network. Asking for a permission's state prompts nobody.
 *
 * Spec: https://drafts.csswg.org/cssom-view/#dom-window-outerwidth, https://notifications.spec.whatwg.org/,
 * https://w3c.github.io/permissions/#dom-permissions-query, https://wicg.github.io/netinfo/#rtt-attribute
 * Absent: where there is no window. On plain HTTP pages both permissions are "denied". What a browser lacks is null.
 * Checked: Chromium 156, November 2026.
 */
export const headlessMarkers: Source<'headlessMarkers'> = async (g) => {
  const { navigator, document } = g
  // A browser that does not know the permission's name answers with a TypeError; a document that is going away, or lives in
  // an opaque origin, with an InvalidStateError.
  const query = answered(async () => (await navigator?.permissions?.query?.({ name: 'notifications' }))?.state)
  const [queried] = await Promise.all([within(g, QUERY_MS, query, () => unavailable), settledWindow(g)])
  const { outerWidth, outerHeight, innerWidth, innerHeight } = g
  return complete({
    outerWidth,
    outerHeight,
    innerWidth,
    innerHeight,
    pluginCount: navigator?.plugins?.length ?? null,
    notificationPermission: g.Notification?.permission ?? null,
    notificationQuery: 'value' in queried ? queried.value : null,
    chromeObject: typeof g.chrome === 'object',
    documentFocus: document?.hasFocus?.() ?? false,
    visibility: document?.visibilityState ?? '',
    rttMs: navigator?.connection?.rtt ?? null,
  })
}
